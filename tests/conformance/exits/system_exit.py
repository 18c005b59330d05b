"""raise SystemExit from deep inside, with finally on the way."""


def deep(n: int) -> None:
    try:
        if n == 0:
            raise SystemExit(42)
        deep(n - 1)
    finally:
        print("leaving", n)


deep(3)
