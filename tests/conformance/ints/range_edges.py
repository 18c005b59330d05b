# `for` over ranges whose bounds leave the small ints.
def rng(a: int, b: int, c: int) -> list[int]:
    out: list[int] = []
    for i in range(a, b, c):
        out.append(i)
        if len(out) > 5:
            break
    return out
def rng2(a: int, b: int) -> list[int]:
    out: list[int] = []
    for i in range(a, b):
        out.append(i)
        if len(out) > 5:
            break
    return out
for k in (30, 31, 32, 61, 62, 63, 64, 65, 100):
    B = 2 ** k
    for lo in (B - 2, B - 1, B, -B - 2, -B, -B + 1):
        print(k, rng2(lo, lo + 3), rng(lo, lo + 30, 7), rng(lo, lo - 3, -1), rng(lo, -lo, B // 2 + 1), rng(lo, -lo, -B // 2))
        print(len(range(lo, lo + 4)), list(range(lo, lo + 3)), range(lo, lo + 5)[2], (lo + 1) in range(lo, lo + 2), range(lo, lo+5)[::-1])
    for i in range(-B, B, B):
        print(i, end=" ")
    for i in range(B):
        if i > 2: break
        print(i)
