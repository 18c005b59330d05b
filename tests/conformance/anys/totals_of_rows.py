"""Rows of numbers of which the type checker knows nothing: totals, maxima and averages through `map`."""

from typing import Any
def main() -> None:
    k: Any = [[0.5, 2], [1, 1]]
    print(sum(map(sum, k)), max(map(sum, k)), min(map(round, [2.5, 1.2])))
    rows = list(map(sum, k))
    rows.append(7)
    print(rows, rows[0] + 1, sorted(map(sum, k)), tuple(map(sum, k)))
    for total in map(sum, k):
        print(total, total * 2)
    print([t + 1 for t in map(sum, k)], {t: t * 2 for t in map(max, k)})
    for i, t in enumerate(map(sum, k)):
        print(i, t)
    print(sum(t for t in map(sum, k)), sum(sum(r) for r in k))
    print(max(sum(r) for r in k), sorted((sum(r) for r in k), reverse=True))
    s = 0
    for r in k:
        s += sum(r)
    print(s, list(map(round, k[0])), list(map(abs, k[0])), list(map(pow, k[0], [2, 2])))

def table(rows):
    widths = [max(map(len, map(str, col))) for col in zip(*rows)]
    totals = [sum(c) for c in zip(*rows)]
    best = max(map(sum, zip(*rows)))
    return widths, totals, best, sum(map(sum, rows)) / len(rows)

main()
print(table([[1, 2.5], [3, 4]]))
matrix: Any = [[0] * 3 for _ in range(2)]
matrix[0][1] = 2.5
print(matrix, sum(map(sum, matrix)), list(map(sum, matrix)))
