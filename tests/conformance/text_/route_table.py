"""URLs taken apart and put together: canonical forms, a router with parameters, signed queries, relative links, forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import (
    SplitResult, parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode, urljoin, urlparse, urlsplit,
    urlunsplit,
)  # fmt: skip

PORTS = {"http": 80, "https": 443, "ftp": 21}


def dots_removed(path: str) -> str:
    out: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if len(out) > 1:
                out.pop()
        elif part != ".":
            out.append(part)
    if path.endswith(("/.", "/..")):
        out.append("")
    return "/".join(out)


def canonical(url: str) -> str:
    parts = urlsplit(url.strip())
    host = parts.hostname or ""
    if parts.port is not None and parts.port != PORTS.get(parts.scheme):
        host += f":{parts.port}"
    if parts.username:
        host = f"{quote(unquote(parts.username))}@{host}"
    path = dots_removed(quote(unquote(parts.path), safe="/~:@!$&'()*+,;=")) or "/"
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return urlunsplit((parts.scheme, host, path, query, ""))


class Match(NamedTuple):
    name: str
    values: dict[str, str | int]


@dataclass
class Router:
    routes: list[tuple[str, re.Pattern[str], str]] = field(default_factory=list)

    def add(self, name: str, template: str) -> None:
        def part(found: re.Match[str]) -> str:
            kind = {"int": r"\d+", "path": r".+", "": r"[^/]+"}[found["kind"] or ""]
            return f"(?P<{found['name']}>{kind})"

        pattern = re.sub(r"\{(?P<name>\w+)(?::(?P<kind>\w+))?\}", part, template)
        self.routes.append((name, re.compile(pattern), template))

    def find(self, url: str) -> Match | None:
        parts = urlsplit(url)
        for name, pattern, template in self.routes:
            if (found := pattern.fullmatch(parts.path)) is not None:
                values: dict[str, str | int] = {
                    k: int(v) if f"{{{k}:int}}" in template else unquote(v)
                    for k, v in found.groupdict().items()
                }
                return Match(name, values)
        return None

    def build(self, name: str, query: dict[str, str] | None = None, /, **values: object) -> str:
        template = next(t for n, _, t in self.routes if n == name)
        path = re.sub(
            r"\{(\w+)(:path)?[^}]*\}",
            lambda m: quote(str(values.pop(m[1])), safe="/" if m[2] else ""),
            template,
        )
        if values:
            raise TypeError(f"{name} takes no {', '.join(sorted(values))}")
        return path + (f"?{urlencode(query)}" if query else "")


def links(base: str, text: str) -> Iterator[str]:
    for found in re.finditer(r'href="([^"]*)"', text):
        yield urldefrag(urljoin(base, found[1])).url


def describe(parts: SplitResult) -> str:
    return f"{parts.scheme}|{parts.netloc}|{parts.path}|{parts.query}|{parts.fragment}|{parts.hostname}|{parts.port}|{parts.username}|{parts.password}"


def main() -> None:
    for url in (
        "HTTP://User@Example.COM:80/%7Efoo/../a b/./?b=2&a=1&&c#top", "https://[2001:db8::1]:8443/x?q=a+b%20c", "http://h/a/b/..", "ftp://h:21", "http://h/%E4%BD%A0?%C3%A9=%FF",
        "//cdn.net/lib.js", "mailto:a@b.c", "http://h/a//b/;p=1?x=&y", "", "http://u:p%40w@h:8080/",
    ):  # fmt: skip
        print(describe(urlsplit(url)), "=>", canonical(url))
    router = Router()
    for name, template in (
        ("home", "/"),
        ("user", "/users/{id:int}"),
        ("post", "/users/{id:int}/posts/{slug}"),
        ("file", "/files/{where:path}"),
        ("any", "/{page}"),
    ):
        router.add(name, template)
    for path in (
        "/",
        "/users/42",
        "/users/me",
        "/users/7/posts/caf%C3%A9%2F1?x=1",
        "/files/a/b%20c.txt#f",
        "/about",
        "/a/b",
    ):
        print(path, router.find(path))
    print(
        router.build("post", {"q": "ü&=", "n": "1 2"}, id=3, slug="a/b c"),
        router.build("file", where="x/ÿ z"),
        router.build("home"),
    )
    base = "http://a/b/c/d;p?q"
    tests = "g:h g ./g g/ /g //g ?y g?y #s g#s ;x g;x?y#s . ./ .. ../ ../g ../.. ../../../g ./../g g/./h g;x=1/../y http:g".split()
    print([urljoin(base, t) for t in tests])
    print(
        list(
            links(
                "https://h/docs/index.html",
                '<a href="a.html#x"> <a href="/b?c=d"> <a href="//e/f"> <a href="?q"> <a href="">',
            )
        )
    )
    print(
        parse_qs("a=1&a=2&b=&c", keep_blank_values=True),
        parse_qsl("x=%41+b;y=2&z=%zz"),
        parse_qs("a;b=1", separator=";"),
        parse_qs("k=v&k=%E2%82"),
    )
    print(
        urlencode({"a": [1, 2], "b": "x y"}, doseq=True),
        urlencode([("k", "é"), ("k", b"\xff"), ("n", 5)]),
        urlencode({"a": "/ "}, safe="/", quote_via=quote),
    )
    print(
        quote("a/b c~é+%"),
        quote("a/b", safe=""),
        quote_plus("a b&c/d"),
        quote(b"\x00\xff"),
        unquote("%e4%bd%a0+%2"),
        unquote_plus("a+b%2B"),
        unquote("%ff|%FE", errors="replace"),
        unquote_to_bytes("a%20%zz"),
        unquote("%E9", "latin-1"),
    )
    parsed = urlparse("http://h/p;params?q=1#f")
    print(
        parsed,
        parsed.params,
        parsed.geturl(),
        parsed._replace(scheme="https", query="").geturl(),
        urlunsplit(("", "", "/x", "", "f")),
        urlsplit("x:123").path,
    )
    attempts: list[Callable[[], object]] = [
        lambda: urlsplit("http://h:99999/").port, lambda: urlsplit("http://h:x/").port, lambda: urlsplit("http://[::1/"), lambda: router.build("user", id=1, extra=2), lambda: router.build("user"),
        lambda: parse_qs("a=1&b", strict_parsing=True), lambda: parse_qsl("a=1&b=2&c=3", max_num_fields=2), lambda: urlencode({"a": "\ud800"}),
    ]  # fmt: skip
    for attempt in attempts:
        try:
            print(attempt())
        except (ValueError, TypeError, KeyError) as error:
            print(type(error).__name__, error)


main()
