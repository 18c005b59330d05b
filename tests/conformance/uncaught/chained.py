"""Cause and context in an uncaught traceback."""


class ConfigError(Exception):
    pass


def read(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise ConfigError("bad setting") from error


def main() -> None:
    try:
        read("x")
    except ConfigError:
        raise RuntimeError("while starting")


print("go")
main()
