"""Dicts made of lists of two: query strings, headers, and lines that do not split in two."""

from __future__ import annotations


def settings(text: str) -> dict[str, str]:
    return dict(line.split("=") for line in text.splitlines() if line)


print(settings("a=1\nb=\n\nc=x y"), dict([["k", "v"], ["k", "w"]]), dict(part.split(b":") for part in (b"x:1", b"y:2")))
for text in ("a=1\nb", "a=1=2", "=\nx=1\ny=2=3=4"):
    try:
        print(settings(text))
    except ValueError as error:
        print("ValueError:", error)
headers = dict(line.split(": ", 1) for line in "Host: example.org\r\nDate: Mon: 1".split("\r\n"))
print(headers, {**headers, **dict(["ab".split("b")])})
print(dict(word.split("-") for word in ["only-two", "one-two-three"]))
