"""Every way out of try, except, else and finally."""


def paths(which: int) -> str:
    log: list[str] = []
    try:
        log.append("try")
        if which == 1:
            raise ValueError("one")
        if which == 2:
            raise KeyError("two")
        if which == 3:
            return "returned " + " ".join(log)
    except ValueError as error:
        log.append(f"except {error}")
    except (KeyError, IndexError) as error:
        log.append(f"except {error!r}")
    else:
        log.append("else")
    finally:
        log.append("finally")
        print("finally", which, log)
    return " ".join(log)


for which in range(4):
    print(paths(which))
