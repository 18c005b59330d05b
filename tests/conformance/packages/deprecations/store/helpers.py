import warnings


def tool(n: int) -> int:
    warnings.warn(f"tool {n}", stacklevel=2)
    return n


def indirect() -> None:
    tool(9)
