# args: -v add --note hi 3 4
"""Subcommands are parsers of the class of their parent, or of `parser_class`."""

from __future__ import annotations
import argparse
from typing import Any, NoReturn


class Quiet(argparse.ArgumentParser):
    level: int = 0

    def __init__(self, *args: Any, level: int = 1, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.level = level
        self.add_argument("-v", "--verbose", action="count", default=0)

    def error(self, message: str) -> NoReturn:
        raise SystemExit(f"{self.prog}[{self.level}]: {message}")


class Plain(argparse.ArgumentParser):
    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        raise RuntimeError(f"exit {status} {message!r}")


def build() -> Quiet:
    parser = Quiet(prog="q", level=7)
    sub = parser.add_subparsers(dest="command")
    add = sub.add_parser("add", help="add numbers", description="Adds.")
    print(type(add).__name__, add.level)
    add.add_argument("--note")
    add.add_argument("numbers", nargs="+", type=int)
    other = sub.add_parser("other", level=3, add_help=False)
    print(other.level)
    nested = other.add_subparsers(parser_class=Plain, dest="inner", required=True)
    nested.add_parser("x", prog="X").add_argument("n", type=int, choices=range(3))
    return parser


parser = build()
print(parser.parse_args())
for line in ["add x", "other", "other x 9", "other x 2", "bad", "other -h", "add"]:
    try:
        print(sorted(vars(parser.parse_args(line.split())).items(), key=str))
    except SystemExit as e:
        print(e.code)
    except RuntimeError as e:
        print(e)
plain = argparse.ArgumentParser(prog="p")
subs = plain.add_subparsers()
one = subs.add_parser("one", epilog="end")
one.print_help()
