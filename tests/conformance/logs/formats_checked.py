import logging
import sys

good = [
    ("%", "%(process)#+027.23X"),
    ("%", "%(foo)*.*G and %(asctime)-15s"),
    ("{", "{process!s:<#30,.12f}- {custom:=+#30,.1d} - {module:^30}"),
    ("{", "{process!s:{w},.{p}}"),
    ("{", "{foo[0].bar[1].baz}"),
    ("{", "{12[k1].bar[k2].baz} {{plain}}"),
    ("$", "$bar $$$$"),
]
bad = [
    ("%", "%(foo)0*.8*f"),
    ("%", "%(asctime)Z"),
    ("%", "{asctime}"),
    ("{", "{asctime!s:#30,15f}"),
    ("{", "{process:.2Z}"),
    ("{", "{process!s:<##30,12g}"),
    ("{", "{process!s:{{w}},{{p}}}"),
    ("{", "{{foo!r:4.2}"),
    ("{", "{{foo!r:4.2}}"),
    ("{", "{foo/bar}"),
    ("{", "{foo!X:{{w}}.{{p}}}"),
    ("{", "{foo!a:random}"),
    ("{", "{foo.!a:d}"),
    ("{", "{foo[].bar}"),
    ("{", "{"),
    ("$", "${asctime"),
    ("$", "%(asctime)s"),
]
for style, text in good + bad:
    try:
        logging.Formatter(text, style=style)  # type: ignore[arg-type]
        print("fine", text)
    except ValueError as error:
        print(error)
for style in ("%", "{", "$"):
    logging.basicConfig(style=style, force=True, stream=sys.stdout)  # type: ignore[arg-type]
    logging.getLogger("some.place").warning("word %d", 5)
