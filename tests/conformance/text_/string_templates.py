"""string.Template in its forms, errors included; subclasses with other delimiters."""

import string
from string import Template


class Percent(Template):
    delimiter = "%"


class Dotted(Template):
    idpattern = r"[a-z][a-z.]*"


class Braces(Template):
    braceidpattern = r"[a-z ]+"


def main() -> None:
    t = Template("Dear $name, you owe $$${amount} for ${item}s. $Name")
    print(t.substitute(name="Ada", amount=12.5, item="book", Name=None))
    print(t.substitute({"name": "A", "amount": 1, "item": "x", "Name": 2}, name="Bob"))
    print(t.safe_substitute(name="Bob"), t.template)
    print(t.is_valid(), t.get_identifiers())
    for text in ("$", "a $ b", "line\nsecond $- x", "${", "${a", "${1}", "$1", "$$", "$a$b", "${a}b", "$é", "no"):
        template = Template(text)
        try:
            print(repr(text), repr(template.substitute(a="1", b="2")), template.is_valid())
        except ValueError as error:
            print(repr(text), "ValueError:", error, repr(template.safe_substitute(a="1")))
        except KeyError as error:
            print(repr(text), "KeyError:", error)
    print(Percent("100%% of %what, $not").substitute(what="all"))
    print(Dotted("$a.b and $c").substitute({"a.b": 1, "c": 2}), Dotted("$a.b").get_identifiers())
    print(Braces("$a ${two words}").substitute({"a": 1, "two words": 2}))
    print(string.capwords("hello  world-wide WEB"), string.capwords("a-b c", "-"), string.ascii_letters[:5])


main()
