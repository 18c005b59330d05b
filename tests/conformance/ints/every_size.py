# ints
def show(a: int, b: int) -> None:
    print(a + b, a - b, a * b, a & b, a | b, a ^ b, ~a, -a, abs(a))
    if b:
        print(a // b, a % b, a / b)
    print(a < b, a <= b, a == b, a != b, a > b, a >= b)
    print(a.bit_length(), a.bit_count(), hash(a), bool(a))


for x in [0, 1, -1, 2**30, 2**61 - 1, -(2**62), 2**62, 2**64 + 1, -(10**30), 3**200]:
    for y in [1, -7, 2**31, -(2**63), 10**25]:
        show(x, y)
print([1 << k for k in (0, 1, 61, 62, 63, 64, 100)])
print([(10**40) >> k for k in (0, 1, 61, 62, 63, 64, 100, 200)])
print([-(10**40) >> k for k in (0, 1, 61, 62, 63, 64, 100, 200)])
print(int("123"), int("-0x1f", 16), int(" 42 "), int("1_000"), int("zz", 36), int("0b101", 0))
for bad in ["", "x", "1.5", "1__0"]:
    try:
        print(int(bad))
    except ValueError as e:
        print(e)
try:
    print(1 // 0)
except ZeroDivisionError as e:
    print(e)
try:
    print(1 % 0)
except ZeroDivisionError as e:
    print(e)
try:
    print(1 << -1)
except ValueError as e:
    print(e)
print(divmod(17, -5), divmod(-(10**30), 7))
print(pow(3, 100), pow(3, 100, 1000007), pow(3, -1, 7), 2**-1, 7**3)
n = 5
print(n**2, n**0, 2**n)
print(round(12345, -2), round(15, -1), round(25, -1))
print((1000).to_bytes(4, "little"), int.from_bytes(b"\x01\x02", "big"), (-2).to_bytes(2, "big", signed=True))
print(int(3.99), int(-3.99), int(1e30), float(10**20), int(True), True + 1)
print(max(3, 10**20), min(3, -(10**20)), sum([1, 2, 10**20]))
fib = [0, 1]
for i in range(100):
    fib.append(fib[-1] + fib[-2])
print(fib[90:])
print((2**521 - 1) % 1000007, str(2**1000)[:30], len(str(7**3000)))
print(5 .__add__(3), (5).conjugate(), (5).numerator, (7).as_integer_ratio())
