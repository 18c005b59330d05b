DEBUG = False


def is_debug() -> bool:
    return DEBUG


calls = 0
level = "low"


def count() -> int:
    global calls
    calls += 1
    return calls


def raise_level() -> None:
    global level
    level = "high"
