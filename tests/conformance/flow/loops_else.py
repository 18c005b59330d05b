# boot: yes
"""for and while with else, break and continue."""


def search(items: list[int], wanted: int) -> str:
    for index, item in enumerate(items):
        if item == wanted:
            result = f"found at {index}"
            break
    else:
        result = "missing"
    return result


print(search([1, 2, 3], 2), search([1, 2, 3], 9), search([], 1))
n = 0
while n < 5:
    n += 1
    if n == 2:
        continue
    if n == 10:
        break
    print(n, end=" ")
else:
    print("while done")
while True:
    n -= 1
    if n < 0:
        break
else:
    print("never")
for outer in range(4):
    for inner in range(4):
        if inner == outer:
            break
        if (inner + outer) % 2:
            continue
        print(outer, inner)
    else:
        print("inner complete", outer)
for _ in range(0):
    print("never")
else:
    print("empty loop has an else")
