"""More members than are shown, deeper than is shown, and in a cycle of contexts."""

inner: Exception = ValueError("the innermost")
for level in range(13):
    inner = ExceptionGroup(f"level {level}", [inner])
wide = ExceptionGroup("wide", [ValueError(i) for i in range(17)])
recursive = None


def deep(n: int) -> None:
    if n == 0:
        raise ExceptionGroup("all", [wide, inner, ExceptionGroup("last", [OSError(1, "one"), KeyError("two")])])
    deep(n - 1)


try:
    deep(6)
except ExceptionGroup as group:
    raise group
