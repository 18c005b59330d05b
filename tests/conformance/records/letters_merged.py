"""Mail merge: templates with a notation of our own, wrapped paragraphs, dates, and a check of every field."""

from __future__ import annotations

import textwrap
from collections import ChainMap
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from string import Template

LETTER = Template(
    """\
Dear $title ${name},
your book "$book" was due on ${due}. That is $late days ago, which makes ${fee} at $$0.25 a day. \
Please bring it back before ${deadline} or write to ${name_of_desk}@library.example.
Yours, $signed"""
)
COMMON = {"name_of_desk": "loans", "signed": "the library", "title": "reader"}


def fields(loan: Mapping[str, str], today: date) -> ChainMap[str, str]:
    due = date.fromisoformat(loan["due"])
    late = (today - due).days
    computed = {
        "due": f"{due:%d %B %Y}",
        "late": str(late),
        "fee": f"${late * 0.25:.2f}",
        "deadline": next_working_day(today + timedelta(days=10)).strftime("%A %d %b"),
    }
    return ChainMap(computed, dict(loan), COMMON)


def next_working_day(day: date) -> date:
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return day


def letter(loan: Mapping[str, str], today: date, width: int) -> str:
    text = LETTER.substitute(fields(loan, today))
    paragraphs = [textwrap.fill(line, width, subsequent_indent="  ") for line in text.splitlines()]
    return "\n".join(paragraphs)


def boxed(text: str) -> str:
    lines = text.splitlines()
    width = max(map(len, lines))
    rim = f"+{'-' * (width + 2)}+"
    return "\n".join([rim, *(f"| {line:<{width}} |" for line in lines), rim])


def report(loans: Iterable[Mapping[str, str]], today: date) -> list[str]:
    problems: list[str] = []
    for number, loan in enumerate(loans, 1):
        try:
            print(boxed(letter(loan, today, 46)))
        except KeyError as error:
            problems.append(f"letter {number}: no {error}")
        except ValueError as error:
            problems.append(f"letter {number}: {error}")
    return problems


loans = [
    {"name": "Ada L.", "book": "Principia", "due": "2024-02-20", "title": "Lady"},
    {"name": "Bo", "book": "A Very Long Title About Very Small Things", "due": "2023-12-31"},
    {"name": "Cy", "due": "2024-01-01"},
    {"name": "Di", "book": "Dune", "due": "2024-02-30"},
    {"name": "Ed", "book": "Emma"},
]
for problem in report(loans, date(2024, 3, 5)):
    print(problem)
partial = Template("$who owes ${amount} to $$$whom ($unknown)")
print(partial.safe_substitute({"who": "Al"}, amount=3), "|", partial.safe_substitute(whom="Bo"))
for bad in ("costs $5", "open ${brace"):
    try:
        print(Template(bad).substitute())
    except ValueError as error:
        print(error)
print(textwrap.shorten("one two three four five six", 18), "/", textwrap.indent("a\n\nb", "> ").splitlines())
print(textwrap.dedent("    x\n      y\n    z").splitlines())
