# expect-refusal: dynamic-namespace
"""Functions looked up by name."""


def command_help() -> str:
    return "help"


def run(name: str) -> object:
    return globals()[f"command_{name}"]()


print(run("help"))
