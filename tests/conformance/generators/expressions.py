"""Generator expressions are lazy."""


def show(n: int) -> int:
    print("item", n)
    return n


lazy = (show(n) * 2 for n in range(3))
print("before")
print(next(lazy))
print(list(lazy))
print(sum(n * n for n in range(10)), max(len(w) for w in ["a", "bbb"]), ",".join(str(n) for n in range(4)))
print(any(show(n) > 0 for n in [0, 1, 2]), all(show(n) > 0 for n in [1, 0, 2]))
nested = ((a, b) for a in range(3) for b in range(a))
print(list(nested), dict((k, len(k)) for k in ["x", "yy"]), set(n % 2 for n in range(5)), sorted(-n for n in range(3)))
source = [1, 2, 3]
gen = (n for n in source)
source.append(4)
print(list(gen), tuple(n for n in source if n % 2))
