"""A paragraph filler with hanging indents, bullet lists and two columns, driven by options."""
# args: --width 38 --columns

from __future__ import annotations

import argparse
import itertools
import sys
import textwrap

TEXT = """\
    It is a truth universally acknowledged, that a single man in possession of a
    good fortune, must be in want of a wife.

    * However little known the feelings or views of such a man may be
    * on his first entering a neighbourhood-wide-and-far reaching conversation
    *   so well fixed

    Antidisestablishmentarianism\tis a long-ish word; supercalifragilisticexpialidocious is longer.
"""


def blocks(text: str) -> list[list[str]]:
    found: list[list[str]] = []
    for blank, group in itertools.groupby(textwrap.dedent(text).splitlines(), key=lambda line: not line.strip()):
        if not blank:
            found.append(list(group))
    return found


def fill(block: list[str], width: int) -> list[str]:
    if block[0].startswith("*"):
        lines: list[str] = []
        for item in block:
            lines += textwrap.wrap(item[1:].strip(), width, initial_indent=" - ", subsequent_indent="   ")
        return lines
    return textwrap.wrap(" ".join(block), width, break_long_words=True, break_on_hyphens=False)


def beside(left: list[str], right: list[str], width: int) -> list[str]:
    return [
        f"{a:<{width}} | {b}".rstrip() for a, b in itertools.zip_longest(left, right, fillvalue="")
    ]


def main() -> None:
    parser = argparse.ArgumentParser(formatter_class=argparse.ArgumentDefaultsHelpFormatter, prog="fold")
    parser.add_argument("--width", type=int, default=70, help="columns of text")
    parser.add_argument("--columns", action="store_true", help="two columns side by side")
    parser.add_argument("--max-lines", type=int, default=3, help="for the summary")
    options = parser.parse_args()
    parts = [fill(block, options.width) for block in blocks(TEXT)]
    lines = list(itertools.chain.from_iterable(itertools.zip_longest(*[iter(parts)] * 1)))
    flat = [line for part in lines for line in part]
    print("\n".join(flat))
    print("=" * options.width)
    if options.columns:
        half = (len(flat) + 1) // 2
        print("\n".join(beside(flat[:half], flat[half:], options.width)))
    print(textwrap.shorten(TEXT, width=60, placeholder=" [...]"))
    print(textwrap.fill(TEXT, 30, max_lines=options.max_lines, placeholder="…"))
    print(textwrap.indent("one\n\n  two\n", "> "), end="")
    print(textwrap.indent("one\n\n  two\n", "> ", lambda line: True), end="")
    wrapper = textwrap.TextWrapper(width=20, expand_tabs=True, tabsize=4, replace_whitespace=False, drop_whitespace=False)
    for line in wrapper.wrap("tab\there  double  spaces and a newline\nkept"):
        print(repr(line))
    print(max(map(len, flat)), sum(map(len, flat)))
    parser.print_help(sys.stdout)
    try:
        textwrap.wrap("x y z", width=0)
    except ValueError as error:
        print(error)
    print(textwrap.fill("impossible", width=3, max_lines=1, placeholder="......"))


main()
