"""Markdown to HTML: headings, lists, code, quotes, emphasis, links; escapes and nesting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

SOURCE = """\
# Title & *emphasis*

A paragraph with **bold**, `code <tag>` and a [link](http://x.org/?a=1&b=2 "t").
It goes on; 2 * 3 * 4 is not emphasis, \\*nor this\\*.

* one
* two **2**
* three

1. first
2. second

> quoted _text_
> more

```
for i in range(3):
    print(i < 2)
```
## Sub-heading ##
---
Last with an image ![alt](a.png) and <b>html</b>.
"""

ESCAPE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
INLINE = re.compile(
    r"""
      \\(?P<escaped>[\\`*_\[\]!])
    | `(?P<code>[^`]+)`
    | (?P<image>!)?\[(?P<label>[^\]]*)\]\((?P<url>[^\s)]+)(?:\s+"(?P<title>[^"]*)")?\)
    | (?P<strong>\*\*|__)(?=\S)(?P<bold>.+?)(?<=\S)(?P=strong)
    | (?P<em>[*_])(?=\S)(?P<italic>.+?)(?<=\S)(?P=em)
    """,
    re.X,
)


def inline(text: str) -> str:
    out: list[str] = []
    last = 0
    for match in INLINE.finditer(text):
        out.append(text[last : match.start()].translate(ESCAPE))
        last = match.end()
        if match["escaped"]:
            out.append(match["escaped"])
        elif match["code"]:
            out.append(f"<code>{match['code'].translate(ESCAPE)}</code>")
        elif match["url"]:
            url = match["url"].translate(ESCAPE)
            title = f' title="{match["title"]}"' if match["title"] else ""
            if match["image"]:
                out.append(f'<img src="{url}" alt="{match["label"]}"{title}>')
            else:
                out.append(f'<a href="{url}"{title}>{inline(match["label"])}</a>')
        elif match["bold"]:
            out.append(f"<strong>{inline(match['bold'])}</strong>")
        else:
            out.append(f"<em>{inline(match['italic'])}</em>")
    out.append(text[last:].translate(ESCAPE))
    return "".join(out)


def kind(line: str) -> str:
    if not line.strip():
        return "blank"
    for name, pattern in (("heading", r"#{1,6} "), ("bullet", r"[*+-] "), ("number", r"\d+\. "), ("quote", "> ?"), ("rule", r"-{3,}$")):
        if re.match(pattern, line):
            return name
    return "text"


def render(text: str) -> Iterator[str]:
    fenced = False
    code: list[str] = []
    plain: list[tuple[str, str]] = []
    for line in text.splitlines():
        if line.startswith("```"):
            if fenced:
                plain.append(("code", "\n".join(code)))
                code = []
            fenced = not fenced
        elif fenced:
            code.append(line)
        else:
            plain.append((kind(line), line))
    if fenced:
        raise ValueError("code fence not closed")
    for name, group in groupby(plain, key=lambda pair: pair[0]):
        lines = [line for _, line in group]
        match name:
            case "heading":
                for line in lines:
                    marks, body = line.split(" ", 1)
                    level = len(marks)
                    yield f"<h{level}>{inline(body.rstrip('# '))}</h{level}>"
            case "bullet" | "number":
                tag = "ul" if name == "bullet" else "ol"
                yield f"<{tag}>"
                yield from (f"  <li>{inline(line.split(' ', 1)[1])}</li>" for line in lines)
                yield f"</{tag}>"
            case "quote":
                yield "<blockquote>"
                inner = "\n".join(re.sub("^> ?", "", line) for line in lines)
                yield from ("  " + line for line in render(inner))
                yield "</blockquote>"
            case "rule":
                yield "<hr>" * len(lines)
            case "code":
                yield from (f"<pre>{block.translate(ESCAPE)}</pre>" for block in lines)
            case "text":
                yield f"<p>{inline(' '.join(lines))}</p>"


for line in render(SOURCE):
    print(line)
print(inline("***both*** _a_ __b__ `` *unclosed **x"))
print(inline("snake_case_name and [a [b](c)](d)"))
print(list(render("```\nopen")))
