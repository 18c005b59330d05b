"""Assignment expressions."""

data = [5, 12, 7, 20]
if (n := len(data)) > 3:
    print("long", n)
while (item := data.pop()) != 5:
    print(item, end=" ")
print("|", item)
print([y for x in range(6) if (y := x * x) > 4], (z := 3) + z)
total = 0
print([total := total + v for v in (1, 2, 3)], total)
