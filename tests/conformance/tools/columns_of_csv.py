"""A reader of comma separated values with quotes, and a tool that picks, sorts and sums columns."""
# args: --columns city,pop --sort-by pop --desc
# stdin: city,country,pop,note\nParis,FR,2148000,"big, old"\nOslo,NO,697000,"says ""hei"""\nRome,IT,2873000,\n

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator


class CsvError(ValueError):
    pass


def parse(text: str, comma: str = ",", quote: str = '"') -> Iterator[list[str]]:
    """Rows of fields; quotes are doubled inside of quoted fields."""
    row: list[str] = []
    cell: list[str] = []
    state = "start"
    line = 1
    for char in text:
        if char == "\n":
            line += 1
        match state, char:
            case "start", c if c == quote:
                state = "quoted"
            case ("start" | "plain"), c if c == comma:
                row.append("".join(cell))
                cell.clear()
                state = "start"
            case ("start" | "plain" | "closed"), "\n":
                row.append("".join(cell))
                yield row
                row, cell, state = [], [], "start"
            case ("start" | "plain"), c:
                cell.append(c)
                state = "plain"
            case "quoted", c if c == quote:
                state = "closed"
            case "quoted", c:
                cell.append(c)
            case "closed", c if c == quote:
                cell.append(c)
                state = "quoted"
            case "closed", c if c == comma:
                row.append("".join(cell))
                cell.clear()
                state = "start"
            case _, c:
                raise CsvError(f"line {line}: {c!r} after a closing quote")
    if state == "quoted":
        raise CsvError(f"line {line}: quote not closed")
    if row or cell:
        yield [*row, "".join(cell)]


def render(rows: Iterable[Iterable[object]]) -> str:
    def field(value: object) -> str:
        text = str(value)
        if any(c in text for c in ',"\n'):
            return '"' + text.replace('"', '""') + '"'
        return text

    return "".join(",".join(map(field, row)) + "\n" for row in rows)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--columns", type=lambda text: text.split(","), default=[])
    parser.add_argument("--sort-by")
    parser.add_argument("--desc", action=argparse.BooleanOptionalAction, default=False)
    options = parser.parse_args()
    table = list(parse(sys.stdin.read()))
    header, *body = table
    records = [dict(zip(header, row, strict=True)) for row in body]
    key: str = options.sort_by
    records.sort(key=lambda record: int(record[key]), reverse=options.desc)
    names: list[str] = options.columns or header
    sys.stdout.write(render([names, *([record[name] for name in names] for record in records)]))
    print("sum", sum(int(record["pop"]) for record in records), [record["note"] for record in records])
    back = list(parse(render(table)))
    print("round trip", back == table)
    for bad in ('a,"b', 'a,"b"c\n', "x,y\n1,2,3\n"):
        try:
            head, *rest = parse(bad)
            print([dict(zip(head, row, strict=True)) for row in rest])
        except (CsvError, ValueError) as error:
            print(type(error).__name__, error)
    print(records[0]["missing"])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
