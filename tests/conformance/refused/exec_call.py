# expect-refusal: dynamic-code
"""exec compiles at run time."""


def run(source: str) -> None:
    exec(source, {"x": 1})


run("print(x)")
