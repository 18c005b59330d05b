# args: --first sun 1 2024 --months 2
"""`cal`: months side by side, the week's first day chosen, week numbers, and wrong months refused."""

import argparse
import sys
from datetime import date, timedelta
from itertools import zip_longest

NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Month:
    def __init__(self, year: int, month: int) -> None:
        self.first = date(year, month, 1)

    def following(self) -> "Month":
        later = self.first + timedelta(days=31)
        return Month(later.year, later.month)

    def __len__(self) -> int:
        return (self.following().first - self.first).days

    def weeks(self, start: int) -> list[list[int]]:
        """Rows of seven days, 0 where there is none."""
        lead = (self.first.weekday() - start) % 7
        cells = [0] * lead + list(range(1, len(self) + 1))
        cells += [0] * (-len(cells) % 7)
        return [cells[i : i + 7] for i in range(0, len(cells), 7)]

    def lines(self, start: int, marked: frozenset[date]) -> list[str]:
        title = f"{self.first:%B %Y}".center(20).rstrip()
        header = " ".join(NAMES[(start + i) % 7][:2].title() for i in range(7))
        rows = [title, header]
        for week in self.weeks(start):
            row = ""
            for day in week:
                mark = day and self.first.replace(day=day) in marked
                row += "   " if day == 0 else f"{day:2}{'*' if mark else ' '}"
            rows.append(row.rstrip())
        return rows


def beside(blocks: list[list[str]], gap: int = 3) -> list[str]:
    pad = " " * gap
    return [pad.join(f"{cell:<21}" for cell in row).rstrip() for row in zip_longest(*blocks, fillvalue="")]


def easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ll = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ll) // 451
    month, day = divmod(h + ll - 7 * m + 114, 31)
    return date(year, month, day + 1)


def month(text: str) -> int:
    value = int(text)
    if not 1 <= value <= 12:
        raise argparse.ArgumentTypeError(f"{value} is not a month (1..12)")
    return value


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="cal")
    parser.add_argument("month", type=month, nargs="?", default=2)
    parser.add_argument("year", type=int, nargs="?", default=2000)
    parser.add_argument("--first", choices=NAMES, default="mon")
    parser.add_argument("--months", type=int, default=1)
    options = parser.parse_args(arguments)
    start = NAMES.index(options.first)
    current = Month(options.year, options.month)
    blocks: list[list[str]] = []
    holidays = frozenset({date(options.year, 1, 1), easter(options.year), date(options.year, 12, 25)})
    for _ in range(options.months):
        blocks.append(current.lines(start, holidays))
        current = current.following()
    for i in range(0, len(blocks), 3):
        print("\n".join(beside(blocks[i : i + 3])))


main()
main(["11", "2023", "--months", "4"])
main([])
print([len(Month(y, 2)) for y in (1900, 2000, 2023, 2024)])
print([f"{easter(y):%d %b}" for y in (1961, 2000, 2024, 2038)])
for year, number, day in [(2024, 1, 1), (2023, 52, 7), (2020, 53, 5)]:
    moment = date.fromisocalendar(year, number, day)
    print(moment, moment.isocalendar()[1], moment.timetuple().tm_yday)
total = sum(len(Month(2023, m).weeks(0)) for m in range(1, 13))
print("rows in 2023:", total)
sys.stdout.flush()
main(["13"])
