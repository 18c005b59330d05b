"""Ends by an exception nobody catches."""


def share(total: int, people: list[str]) -> int:
    return total // len(people)


print("sharing", flush=True)
print(share(10, []))
