"""What argparse says of wrong calls; actions of one's own that take few keywords."""

import argparse
import sys
from typing import Any


class Twice(argparse.Action):
    """Takes neither nargs nor const."""

    def __init__(self, option_strings: Any, dest: str, help: str | None = None, default: Any = 0) -> None:
        super().__init__(option_strings, dest, nargs=1, default=default, help=help)

    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: str | None = None) -> None:
        setattr(namespace, "doubled", int(values[0]) * 2)


class Noted(argparse.Action):
    def __init__(self, option_strings: Any, dest: str, **kwargs: Any) -> None:
        print("noted", sorted(kwargs.items()))
        super().__init__(option_strings, dest, **kwargs)

    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: str | None = None) -> None:
        namespace.noted = values


def attempt(name: str, **keywords: Any) -> None:
    p = argparse.ArgumentParser(prog="x")
    try:
        p.add_argument(name, **keywords)
        p.print_usage(sys.stdout)
    except (TypeError, ValueError) as e:
        print(name, type(e).__name__, e)


def actions() -> None:
    p = argparse.ArgumentParser(prog="x")
    p.add_argument("--twice", action=Twice, help="two", default=3)
    p.add_argument("--noted", action=Noted, nargs="+", required=True)
    p.add_argument("place", action=Noted)
    args = p.parse_args(["--twice", "4", "--noted", "a", "b", "--", "c"])
    print(args.doubled, args.noted)
    p.print_help(sys.stdout)


def wrong() -> None:
    attempt("--foo", metavar=("a",))
    attempt("--foo", metavar=())
    attempt("--foo", metavar=("a", "b"))
    attempt("--foo", nargs="+", metavar=("a", "b", "c"))
    attempt("--foo", nargs="+", metavar=("a", "b"))
    attempt("--foo", nargs="*", metavar=("a",))
    attempt("--foo", nargs="*", metavar=("a", "b"))
    attempt("--foo", nargs="*", metavar=("a", "b", "c"))
    attempt("--foo", nargs=2, metavar=("a", "b"))
    attempt("--foo", nargs=3, metavar=("a", "b"))
    attempt("--foo", nargs="abc")
    attempt("--foo", const=3)
    attempt("--foo", action="store_true", nargs=2)
    attempt("--foo", action="store_false", const=2)
    attempt("--foo", action="count", type=int)
    attempt("--foo", action="store_const", choices=[1])
    attempt("--foo", action="append_const", nargs=1)
    attempt("--foo", action="version", metavar="V")
    attempt("--foo", action="help", metavar="V")
    attempt("--foo", action="store", version="V")
    attempt("--foo", action="extend", version="V")
    attempt("--foo", action="nothing")
    attempt("foo", action="store_true")


def commands() -> None:
    p = argparse.ArgumentParser(prog="x")
    sub = p.add_subparsers()
    sub.add_parser("a", aliases=["b"])
    for name, aliases in [("b", []), ("a", []), ("c", ["d", "a"]), ("c", ["e"])]:
        try:
            sub.add_parser(name, aliases=aliases)
            print("added", name)
        except argparse.ArgumentError as e:
            print(e)


actions()
wrong()
commands()
