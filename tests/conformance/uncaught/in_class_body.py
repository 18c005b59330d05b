"""Errors while class bodies run, also in the call of a default argument; the class is then not there."""


def limit(n: int) -> int:
    if n > 2:
        raise OverflowError(f"{n} is over the limit")
    return n


def make(n: int) -> str:
    class Local:
        size = limit(n)

        def show(self, extra: int = limit(n + 1)) -> str:
            return f"{self.size}+{extra}"

    return Local().show()


print(make(0), make(1))


try:

    class Settings:
        first = limit(1)
        table = {k: limit(k) for k in range(2)}
        print("body", first, table)

        class Inner:
            values = [limit(v) for v in (1, 2, 3)]

except OverflowError as error:
    print("refused:", error)
try:
    make(2)
except OverflowError as error:
    print("default refused:", error)
limit(9)
