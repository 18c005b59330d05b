# args: Ada --greeting Hello -n 2 --loud
"""A small tool as people write it."""

import argparse


def positive(text: str) -> int:
    number = int(text)
    if number <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return number


def build() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="greet", description="Greet somebody, perhaps more than once.", epilog="That is all.")
    parser.add_argument("name", help="who is greeted")
    parser.add_argument("others", nargs="*", help="who else (default: nobody)")
    parser.add_argument("-g", "--greeting", default="Hi", metavar="WORD", help="the word (default: %(default)s)")
    parser.add_argument("-n", "--times", type=positive, default=1, help="how often")
    parser.add_argument("--loud", action="store_true", help="in capitals")
    parser.add_argument("-v", "--verbose", action="count", default=0)
    parser.add_argument("--scale", type=float, choices=[0.5, 1.0, 2.0], default=1.0)
    return parser


def main() -> None:
    parser = build()
    args = parser.parse_args()
    for _ in range(args.times):
        text = f"{args.greeting}, {args.name}!"
        print(text.upper() if args.loud else text, args.others, args.verbose, args.scale * 2)
    print(args)
    parser.print_help()
    print(parser.format_usage(), end="")
    more = parser.parse_args(["Bob", "-vvv", "--scale", "2.0", "-n3"])
    print(more.verbose + 1, more.times, more.scale, more == args, "name" in more, "nope" in more)
    print(vars(more)["name"], getattr(more, "name"), getattr(more, "missing", "dflt"), hasattr(more, "loud"))
    more.name = "Changed"
    setattr(more, "new", [1])
    for key in ("name", "new"):
        print(key, getattr(more, key))
    print(sorted(vars(more)), parser.parse_known_args(["x", "--unknown", "-z"]))
    try:
        print(more.absent)
    except AttributeError as error:
        print(error)


main()
