"""An uncaught exception: CPython's traceback and exit code 1."""


def inner(text: str) -> int:
    return int(text)


def outer(texts: list[str]) -> int:
    total = 0
    for text in texts:
        total += inner(text)
    return total


print(outer(["1", "2"]))
print("now it fails")
print(outer(["1", "bad"]))
