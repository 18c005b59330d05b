"""range objects: iteration, membership, length, slices."""

for r in (range(5), range(2, 8), range(10, 0, -3), range(0), range(5, 5), range(-3, 4, 2)):
    print(r, list(r), len(r), sum(r))
    print(3 in r, -1 in r, list(reversed(r)))
r = range(0, 100, 7)
print(r[0], r[-1], r[3], r.start, r.stop, r.step, r.index(21))
print(list(r[2:5]), list(r[::-1])[:3])
try:
    print(r[50])
except IndexError as error:
    print(error)
try:
    for i in range(0, 5, int("0")):
        print(i)
except ValueError as error:
    print(error)
total = 0
for i in range(10**12, 10**12 + 3):
    total += i
print(total)
