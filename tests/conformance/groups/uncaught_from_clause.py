"""What two clauses raise and what none of them took, put together and not caught."""


def fail(names: list[str]) -> None:
    found: list[Exception] = []
    for name in names:
        try:
            raise {"v": ValueError, "t": TypeError, "o": OSError}[name](name)
        except Exception as error:
            found.append(error)
    raise ExceptionGroup(f"{len(names)} failures", found)


def main() -> None:
    try:
        fail(["v", "t", "o", "v"])
    except* ValueError as eg:
        print("values", eg.exceptions)
        raise RuntimeError("no values please")
    except* TypeError as eg:
        raise LookupError("no types please") from eg


main()
