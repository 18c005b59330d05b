"""Subcommands with functions, parents, groups, and every error caught."""

import argparse
import sys
from typing import Any


def add(args: argparse.Namespace) -> int:
    print("add", args.item, args.tags, args.dry_run)
    return 0


def remove(args: argparse.Namespace) -> int:
    print("remove", args.pattern, args.force)
    return 3


class Upper(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option_string: str | None = None) -> None:
        setattr(namespace, self.dest, str(values).upper())


def build() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser = argparse.ArgumentParser(prog="todo", description="A list of things.")
    parser.add_argument("--file", default="todo.txt", action=Upper)
    commands = parser.add_subparsers(dest="command", required=True, title="commands", metavar="COMMAND", help="what to do")
    one = commands.add_parser("add", parents=[common], help="add an item", aliases=["a"])
    one.add_argument("item", nargs="+")
    one.add_argument("-t", "--tag", action="append", dest="tags", default=[])
    one.set_defaults(run=add)
    two = commands.add_parser("remove", help="remove items", description="Removes what matches.")
    two.add_argument("pattern")
    kind = two.add_mutually_exclusive_group(required=True)
    kind.add_argument("--force", action="store_true")
    kind.add_argument("--ask", dest="force", action="store_false")
    two.set_defaults(run=remove)
    return parser


def main() -> None:
    parser = build()
    lines = [
        ["add", "milk", "eggs", "-t", "shop", "--tag=food"], ["a", "x", "--dry-run"], ["remove", "m*", "--force"], ["--file", "f.txt", "remove", "x", "--ask"],
        [], ["fly"], ["remove", "x"], ["remove", "x", "--force", "--ask"], ["add"], ["add", "x", "--nope"], ["add", "-h"], ["-h"], ["--fil", "g", "a", "b"],
        ["remove", "--", "-x"], ["add", "-t"],
    ]  # fmt: skip
    for line in lines:
        print("$", *line)
        sys.stdout.flush()
        try:
            args = parser.parse_args(line)
            print(args.command, args.file, args.run(args))
        except SystemExit as error:
            print("exit", error.code)
    quiet = argparse.ArgumentParser(prog="q", exit_on_error=False)
    quiet.add_argument("-n", type=int, nargs="?", const=7, default=1)
    quiet.add_argument("rest", nargs=argparse.REMAINDER)
    for line in (["-n"], ["-n", "3"], [], ["-n", "3", "a", "-b", "--c"], ["-n", "z"]):
        try:
            print(quiet.parse_args(line))
        except argparse.ArgumentError as error:
            print("ArgumentError", error)
    numbers = argparse.ArgumentParser(prog="sum")
    numbers.add_argument("values", type=float, nargs="*", default=[1.5])
    numbers.add_argument("--power", type=lambda text: 2 ** int(text), default="3")
    print(numbers.parse_args(["-1", "-2.5", "3"]), numbers.parse_args([]), sum(numbers.parse_args(["1", "2"]).values))
    print(numbers.parse_intermixed_args(["1", "--power", "4", "2"]))
    for problem in (lambda: numbers.add_argument("--power"), lambda: numbers.add_argument("-x", action="magic"), lambda: numbers.add_argument("y", required=True)):
        try:
            problem()
        except (argparse.ArgumentError, ValueError, TypeError) as error:
            print(type(error).__name__, error)


main()
