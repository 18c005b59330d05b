"""Templates that are wrong, and what is said of them, in the order in which CPython looks."""

from typing import Any


def attempt(template: str, *args: Any, **names: Any) -> None:
    try:
        print(repr(template), template.format(*args, **names))
    except Exception as error:
        print(repr(template), type(error).__name__, error)


for template in ["{0.}", "{0[}", "{0]}", "{0.[]}", "{0..foo}", "{0[0}", "{0[0:foo}", "{c]}", "{{ {{{0}}", "{0}}", "{0!x}", "{0!}",
                 "{0!rs}", "{!}", "{a{}b}", "{a{b}", "{[}", "{0[0]x}", "{0[0](10)}", "{0[{1}]}", "{0:{1:{2}}}", "{0[]}",
                 "{0!\u20ac}", "{", "}", "{0", "{0:{1}", "{:{}}", "{0:{}}", "{}{0}", "{0!r:>8}", "{0[1]!s:*^6}|", "{0[x]}", "{0[-1]}", "{\u00b2}", "{0[9]}",
                 "{0[99999999999999999999]}", "{99999999999999999999}", "a}}b{{c", "{0:}}"]:
    attempt(template)
    attempt(template, "abc", 4, 5)
    attempt(template, [10, 20], 8)
big = "23098475029384702983476098230754973209482573"
attempt("{" + big + "}")
attempt("{[" + big + "]}", [0])
attempt("0x{:0{:d}X}", 0, 16)
