from datetime import date

from . import accounts
from .journal import Journal


def balances(book: Journal, until: date) -> dict[int, int]:
    out = dict.fromkeys(book.chart, 0)
    for entry in book:
        if entry.day <= until:
            for number, amount in entry.amounts.items():
                out[number] += amount
    return out


def trial(book: Journal) -> str:
    rows = [
        f"{book.chart[n].name:<8}{max(b, 0) / 100:>12,.2f}{max(-b, 0) / 100:>12,.2f}"
        for n, b in balances(book, date.max).items()
    ]
    return "\n".join(rows)


def balance_sheet(book: Journal, until: str = "9999-12-31") -> str:
    found = balances(book, date.fromisoformat(until))
    lines = []
    for kind in accounts.Kind:
        total = sum(found[a.number] * kind.sign for a in book.chart.of(kind))
        lines.append(f"{kind.name.title():<10} {total / 100:>10.2f}")
    return "\n".join(lines)
