# range, slice, bool
print(range(5), range(1, 10, 2), list(range(10, 0, -3)), len(range(0, 100, 7)))
r = range(0, 20, 3)
print(r[1], r[-1], r[1:3], r[::-1], 9 in r, 10 in r, r.index(9), r.count(9), r.start, r.stop, r.step)
try:
    print(r[10])
except IndexError as e:
    print(e)
try:
    print(r.index(10))
except ValueError as e:
    print(e)
try:
    range(1, 2, 0)
except ValueError as e:
    print(e)
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)))
print(list(reversed(range(5))), sum(range(101)), max(range(5)), list(range(2**63, 2**63 + 3)))
s = slice(1, 5, 2)
print(s, s.start, s.stop, s.step, s.indices(10), slice(3), slice(None, None, -1).indices(5), s == slice(1, 5, 2))
print(True, False, True & False, True | False, True ^ True, not True, True + True, int(True), bool(0), bool("x"), bool([]))
print(isinstance(True, int), isinstance(1, bool), True == 1, hash(True), str(True), repr(False), f"{True}")
for i in range(3):
    for j in range(i, 3):
        print(i, j, end=" ")
print()
x: object = True
print(x, x == 1, isinstance(x, int))
d: dict[object, str] = {1: "a", 1.5: "c"}
print(d[True], d[1.0], 2**61 - 1 in {0: 1})
