# args: --help
"""--help prints and ends with 0."""

import argparse

parser = argparse.ArgumentParser(
    prog="compress", description="Compress files. " * 6, formatter_class=argparse.ArgumentDefaultsHelpFormatter
)
group = parser.add_argument_group("tuning", "How hard to try")
group.add_argument("--level", "-l", type=int, default=6, choices=range(1, 10), metavar="N", help="effort")
group.add_argument("--block-size", default="1M", help="size of the blocks that are compressed one after the other, with a suffix")
exclusive = parser.add_mutually_exclusive_group()
exclusive.add_argument("--fast", action="store_true", help="same as --level 1")
exclusive.add_argument("--best", action="store_true", help="same as --level 9")
parser.add_argument("--color", action=argparse.BooleanOptionalAction, default=True, help="colours")
parser.add_argument("--version", action="version", version="%(prog)s 1.2")
parser.add_argument("--secret", help=argparse.SUPPRESS)
parser.add_argument("pair", nargs=2, help="names")
parser.add_argument("files", nargs="+", help="what to compress")
print(parser.parse_args())
