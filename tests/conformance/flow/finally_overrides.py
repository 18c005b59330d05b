"""return, break and continue inside finally."""


def return_wins() -> str:
    try:
        return "try"
    finally:
        print("cleaning")


def return_in_finally() -> str:
    try:
        raise ValueError("lost")
    finally:
        return "finally"


def value_is_computed_first() -> int:
    x = 1
    try:
        return x
    finally:
        x = 2


def loops() -> list[str]:
    log: list[str] = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log.append(f"body {i}")
        finally:
            log.append(f"finally {i}")
    return log


def break_in_finally() -> str:
    while True:
        try:
            raise RuntimeError("swallowed")
        finally:
            break
    return "after"


def nested() -> list[int]:
    log: list[int] = []
    try:
        try:
            log.append(1)
            raise ValueError
        finally:
            log.append(2)
    except ValueError:
        log.append(3)
    finally:
        log.append(4)
    return log


print(return_wins(), return_in_finally(), value_is_computed_first())
print(loops(), break_in_finally(), nested())
