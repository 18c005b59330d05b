"""textwrap: wrap, fill, dedent, indent, shorten, and every switch of TextWrapper."""

import textwrap

TEXT = (
    "The quick brown fox--a so-called \"fast\" animal--jumped over the lazy dog's well-known, 3-legged sleeping-place.  "
    "It didn't look back!  Did it?  (No.)  Averyveryverylongwordthatdoesnotfitanywhere and-another-hyphenated-long-word."
)


def main() -> None:
    for width in (10, 20, 33, 70):
        print(width, textwrap.wrap(TEXT, width))
    print(textwrap.fill(TEXT, 40, initial_indent="* ", subsequent_indent="  "))
    for options in (
        textwrap.TextWrapper(width=15, break_long_words=False),
        textwrap.TextWrapper(width=15, break_on_hyphens=False),
        textwrap.TextWrapper(width=25, fix_sentence_endings=True),
        textwrap.TextWrapper(width=25, drop_whitespace=False),
        textwrap.TextWrapper(width=25, max_lines=3),
        textwrap.TextWrapper(width=25, max_lines=2, placeholder="..."),
        textwrap.TextWrapper(width=30, expand_tabs=False, replace_whitespace=False),
        textwrap.TextWrapper(width=30, tabsize=4, initial_indent="\t> "),
    ):
        print(options.wrap("a\tb\n\n  c " + TEXT))
    print(textwrap.dedent("    a\n      b\n\n    c\n"), textwrap.dedent("\ta\n\t\tb\n  \n\tc"), repr(textwrap.dedent("  x\n y\nz")))
    print(textwrap.indent("a\n\n b\n", "> "), textwrap.indent("a\n\nb", "# ", lambda line: True))
    print(textwrap.shorten("Hello  world!  How are you?", 12), textwrap.shorten("Hello world", 11), textwrap.shorten("Hello  world", 7, placeholder="~"))
    print(textwrap.wrap(""), textwrap.wrap("   "), textwrap.wrap("a b c", 1), textwrap.fill("x" * 25, 10))
    for bad in (0, -1):
        try:
            textwrap.wrap("text", bad)
        except ValueError as error:
            print(error)
    try:
        textwrap.shorten("long text here", 3, placeholder="[more]")
    except ValueError as error:
        print(error)


main()
