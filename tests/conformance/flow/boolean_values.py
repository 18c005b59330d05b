"""and, or and not give operands back and stop early."""


def show(name: str, value: int) -> int:
    print("eval", name)
    return value


print(show("a", 0) or show("b", 2))
print(show("c", 1) and show("d", 0) and show("e", 5))
print(show("f", 0) and show("g", 1))
print(1 or 2, 0 or 2, 1 and 2, 0 and 2, "" or "x", [] or [1], not [], not "a", None or 3)
if show("h", 1) < show("i", 2) < show("j", 2) < show("k", 99):
    print("never")
x = 3
print("small" if x < 5 else "large", ("a" if x > 5 else "b") + "c")
print(1 < 2 and 3 or 4, not x == 3, x in (1, 2, 3) and x not in [4])
