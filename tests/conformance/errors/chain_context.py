"""Contexts through several levels of calls."""


def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return fallback(text)


def fallback(text: str) -> int:
    table = {"one": 1}
    try:
        return table[text]
    except KeyError as error:
        raise LookupError(f"no number {text}") from error


def chain(error: BaseException | None) -> list[str]:
    names: list[str] = []
    while error is not None:
        names.append(type(error).__name__)
        error = error.__cause__ or error.__context__
    return names


print(parse("5"), parse("one"))
try:
    parse("two")
except LookupError as error:
    print(error, chain(error))
try:
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise TypeError(2)
    except TypeError:
        raise KeyError(3)
except KeyError as error:
    print(chain(error))
