"""Recursive functions, inside functions too."""


def permutations(items: list[int]) -> list[list[int]]:
    result: list[list[int]] = []

    def place(chosen: list[int], left: list[int]) -> None:
        if not left:
            result.append(chosen)
            return
        for i, item in enumerate(left):
            place(chosen + [item], left[:i] + left[i + 1 :])

    place([], items)
    return result


def is_even(n: int) -> bool:
    return True if n == 0 else is_odd(n - 1)


def is_odd(n: int) -> bool:
    return False if n == 0 else is_even(n - 1)


def ackermann(m: int, n: int) -> int:
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def hanoi(n: int, a: str, b: str, c: str, moves: list[str]) -> None:
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append(a + c)
        hanoi(n - 1, b, a, c, moves)


print(permutations([1, 2, 3]), len(permutations([1, 2, 3, 4, 5])))
print(is_even(100), is_odd(7), ackermann(2, 3))
moves: list[str] = []
hanoi(4, "A", "B", "C", moves)
print(" ".join(moves))
