"""Percent encoding and query strings."""

from urllib.parse import (
    parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes, urlencode,
)  # fmt: skip


def main() -> None:
    for text in ("abc", "a b/c", "é ñ ü", "100%", "a+b=c&d", "~tilde_-.", "日本", "", "\x00\x7f", "slash/?#[]@!$'()*,;:"):
        print(repr(quote(text)), quote(text, safe=""), quote_plus(text), quote_plus(text, safe="/"))
        print("   ", unquote(quote(text)) == text, unquote_plus(quote_plus(text)) == text)
    print(quote("é", encoding="latin-1"), quote(b"\xff\x00a/"), quote_from_bytes(b"a b", safe="b"), quote("\ud800", errors="replace"))
    for text in ("%41%42", "%e9", "%C3%A9x%", "%zz%4", "a%2Fb+c", "%E6%97%A5é%41", "%", "no"):
        print(repr(unquote(text)), repr(unquote(text, "latin-1")), repr(unquote_plus(text)), unquote_to_bytes(text))
    print(unquote(b"a%20b"), repr(unquote("%ff", errors="strict")) if False else repr(unquote("%ff")), unquote("%ff", errors="ignore") == "")
    try:
        unquote("%ff", errors="strict")
    except UnicodeDecodeError as error:
        print(error)
    for query in ("a=1&b=2&a=3", "a=&b", "x=%41+y&z=%C3%A9", "", "&&a=1&", "a=1;b=2", "=v", "a=b=c", "a"):
        print(repr(query), parse_qs(query), parse_qsl(query, keep_blank_values=True), parse_qs(query, separator=";"))
    for strict in ("a", "a=1&&b=2"):
        try:
            print(parse_qsl(strict, strict_parsing=True))
        except ValueError as error:
            print(error)
    try:
        parse_qs("a=1&b=2&c=3", max_num_fields=2)
    except ValueError as error:
        print(error)
    print(parse_qs(b"a=1&b=%20"), parse_qsl(b"x=y"))
    print(urlencode({"q": "a b&c", "page": 2, "é": "ü", "n": None}), urlencode([("a", 1), ("a", "2"), ("b", b"\xff ")]))
    print(urlencode({"tags": ["x", "y z"], "one": "s", "n": 5}, doseq=True), urlencode({"l": [1, 2]}), urlencode({"a/b": "c d"}, safe="/"))
    print(urlencode({"a b": "c d"}, quote_via=quote), urlencode({}), parse_qsl(urlencode([("k", "v&="), ("k", "é")])))


main()
