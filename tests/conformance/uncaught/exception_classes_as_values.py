"""Exceptions made through variables that hold their classes, with any number of arguments; class decorators of a function."""

REGISTERED: list[str] = []


class Problem(Exception):
    def __str__(self) -> str:
        return f"problem of {self.args}"


class Quiet(Problem):
    pass


def main() -> None:
    count = 0

    def register(cls: type[Problem]) -> type[Problem]:
        nonlocal count
        count += 1
        REGISTERED.append(f"{count} {cls.__name__}")
        return cls

    @register
    class Local(Problem):
        def __str__(self) -> str:
            return f"{count} local: {self.args!r}"

    kinds: list[type[Exception]] = [Problem, Quiet, Local, ValueError, KeyError, RuntimeError]
    for kind in kinds:
        for arguments in ((), ("one",), ("one", 2), (1, 2, 3), (1, 2, 3, 4, 5, 6)):
            try:
                if len(arguments) == 0:
                    raise kind
                if len(arguments) == 2:
                    raise kind("a", 1)
                if len(arguments) == 3:
                    raise kind("a", None, 2.5)
                raise kind(*arguments)
            except Problem as error:
                print("problem", type(error).__name__, error)
            except Exception as error:
                print("other", type(error).__name__, error)
    print(REGISTERED)
    raise kinds[1]("the", "last", 1)


main()
