def main() -> None:
    seed = 12345
    acc = 0
    values: list[int] = []
    for i in range(200):
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        v = seed >> (i % 60)
        for _ in range(i % 9):
            seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
            v = v * seed + (seed >> 7)
        if i % 3 == 0:
            v = -v
        values.append(v)
    for a in values:
        for b in values:
            acc = (acc * 31 + hash(a + b) + hash(a - b) * 3 + hash(a * b) * 5 + hash(a & b) * 7 + hash(a | b) * 11 + hash(a ^ b) * 13) % (2**89 - 1)
            if b != 0:
                q, r = divmod(a, b)
                if q * b + r != a:
                    print("bad", a, b)
                acc = (acc + hash(a // b) * 17 + hash(a % b) * 19) % (2**89 - 1)
                x = a / b
                acc = (acc + hash(x)) % (2**89 - 1)
            if a < b:
                acc += 1
            if int(str(a)) != a or int(hex(b), 16) != b:
                print("text", a, b)
            acc = (acc + (a >> 17) + (b << 5)) % (2**89 - 1)
        f = float(a)
        if float(repr(f)) != f:
            print("float", a)
        acc = (acc + len(f"{f:.17g}{f:.3e}{f:,.2f}{a:,}{a:x}")) % (2**89 - 1)
    print(acc)


def pi_digits(n: int) -> str:
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out: list[str] = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(str(m))
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(out)


def fib(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


main()
print(pi_digits(600)[-20:])
print(fib(20000) % 10**18, str(fib(20000))[:20])
f = 1
for i in range(1, 1500):
    f = f * i
print(f.bit_length(), f % 1000003)
print(hash(3**20000 * 7**9000), (3**20000 // 7**3000) % 10**9)
