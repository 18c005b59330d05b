"""urllib.parse: taking URLs apart, putting them together, joining."""

from urllib.parse import (
    DefragResult, ParseResult, SplitResult, urldefrag, urljoin, urlparse, urlsplit, urlunparse, urlunsplit,
)  # fmt: skip

URLS = [
    "http://user:pass@Example.COM:8080/a/b;p?q=1&r#frag", "https://example.org", "//host/path", "/just/path?x", "path;a=1",
    "mailto:ada@example.org", "file:///etc/hosts", "http://[::1]:80/", "http://[fe80::1%eth0]/x", "http:relative", "a:b:c", "#frag", "?q",
    "", "ftp://ftp.is.co.za/rfc/rfc1808.txt", "urn:isbn:0451450523", "http://host:/x", "HTTP://A/", "  http://sp/ace", "ht\ntp://x",
    "http://a@b@c:1/", "tel:+1-816-555-1212;ext=3", "svn+ssh://svn.zope.org/repos", "1http://x", "http://é.example/ü?ß#ø",
]  # fmt: skip

REFERENCES = [
    "g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", "g?y#s", ";x", "g;x", "g;x?y#s", "", ".", "./", "..", "../",
    "../g", "../..", "../../", "../../g", "../../../g", "/./g", "/../g", "g.", ".g", "g..", "..g", "./../g", "./g/.", "g/./h",
    "g/../h", "g;x=1/./y", "g;x=1/../y", "http:g", "a//b",
]  # fmt: skip


def main() -> None:
    for url in URLS:
        try:
            parts = urlsplit(url)
            print(repr(url), parts)
            print("   ", parts.username, parts.password, parts.hostname, parts.port, parts.geturl() == url, urlparse(url).params)
            print("   ", urlunsplit(parts), urlunparse(urlparse(url)), urldefrag(url))
        except ValueError as error:
            print(repr(url), "ValueError", error)
    base = "http://a/b/c/d;p?q"
    for reference in REFERENCES:
        print(f"{reference!r:15} {urljoin(base, reference)}")
    print(urljoin("", "x"), urljoin("http://a/b", "mailto:x"), urljoin("file:///a/b", "c"), urljoin("a/b", "../c"))
    for bad in ("http://[::1", "http://::1]/", "http://[1.2.3.4]/", "http://[g]/", "http://h:99999/", "http://h:8x/", "http://a\uff03b/"):
        try:
            print(urlsplit(bad).port)
        except ValueError as error:
            print(bad.encode("ascii", "backslashreplace"), error)
    p = ParseResult("http", "h", "/p", "", "q=1", "")
    print(p.geturl(), p._replace(query="z", fragment="f").geturl(), p[1], len(p), p == ("http", "h", "/p", "", "q=1", ""))
    scheme, netloc, *rest = urlsplit("http://x/y?z")
    print(scheme, netloc, rest, SplitResult("a", "b", "c", "d", "e"), DefragResult("u", "f").geturl())
    raw = urlparse(b"http://u@h:1/p;x?q#f")
    print(raw, raw.hostname, raw.port, raw.username, raw.geturl(), raw.decode())
    print(urlsplit("http://h/p").encode(), urljoin(b"http://a/b", b"c"), urldefrag(b"x#y"))
    for function in (urlparse, urlsplit):
        try:
            print(function(b"//www.python.org", "http"))
        except TypeError as error:
            print(error)


main()
