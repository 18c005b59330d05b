"""HTTP/1.1: requests and responses built and parsed, header maps without case, chunks, ranges, cookies, dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping
from datetime import datetime, timedelta, timezone
from enum import IntEnum
from typing import NamedTuple


class Status(IntEnum):
    OK = 200
    PARTIAL = 206
    NOT_MODIFIED = 304
    BAD_REQUEST = 400
    RANGE = 416

    @property
    def phrase(self) -> str:
        return {206: "Partial Content", 416: "Range Not Satisfiable"}.get(self.value, self.name.replace("_", " ").title())


class Headers(MutableMapping[str, str]):
    """Names compare without case; the spelling that came first is kept."""

    def __init__(self, items: Iterable[tuple[str, str]] = ()) -> None:
        self._items: dict[str, tuple[str, str]] = {}
        for name, value in items:
            self.add(name, value)

    def add(self, name: str, value: str) -> None:
        key = name.casefold()
        if key in self._items:
            first, old = self._items[key]
            self._items[key] = (first, f"{old}, {value}")
        else:
            self._items[key] = (name, value)

    def __getitem__(self, name: str) -> str:
        return self._items[name.casefold()][1]

    def __setitem__(self, name: str, value: str) -> None:
        self._items[name.casefold()] = (name, value)

    def __delitem__(self, name: str) -> None:
        del self._items[name.casefold()]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._items.values())

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"Headers({list(self.items())})"


class HttpError(Exception):
    def __init__(self, status: Status, detail: str) -> None:
        super().__init__(f"{status} {status.phrase}: {detail}")
        self.status = status


class Request(NamedTuple):
    method: str
    target: str
    headers: Headers
    body: bytes


def parse(data: bytes) -> Request:
    head, separator, body = data.partition(b"\r\n\r\n")
    if not separator:
        raise HttpError(Status.BAD_REQUEST, "no end of headers")
    first, *lines = head.decode("latin-1").split("\r\n")
    try:
        method, target, version = first.split(" ")
    except ValueError as error:
        raise HttpError(Status.BAD_REQUEST, f"request line {first!r}") from error
    headers = Headers()
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or name != name.strip():
            raise HttpError(Status.BAD_REQUEST, f"header {line!r}")
        headers.add(name, value.strip(" \t"))
    if "chunked" in headers.get("transfer-encoding", ""):
        body = b"".join(chunks(body))
    elif "content-length" in headers:
        body = body[: int(headers["Content-Length"])]
    return Request(method, target, headers, body)


def chunks(data: bytes) -> Iterator[bytes]:
    while True:
        line, _, data = data.partition(b"\r\n")
        size = int(line.split(b";")[0], 16)
        if size == 0:
            return
        yield data[:size]
        if data[size : size + 2] != b"\r\n":
            raise HttpError(Status.BAD_REQUEST, f"chunk of {size} not ended")
        data = data[size + 2 :]


def http_date(moment: datetime) -> str:
    return moment.astimezone(timezone.utc).strftime("%a, %d %b %Y %H:%M:%S GMT")


def cookie(name: str, value: str, age: timedelta | None = None, secure: bool = False) -> str:
    parts = [f"{name}={value}"]
    if age is not None:
        parts.append(f"Max-Age={age // timedelta(seconds=1)}")
    if secure:
        parts.append("Secure")
    return "; ".join([*parts, "SameSite=Lax"])


def serve_range(body: bytes, header: str | None) -> tuple[Status, bytes, str]:
    if header is None or not header.startswith("bytes="):
        return Status.OK, body, ""
    low, _, high = header.removeprefix("bytes=").partition("-")
    start = int(low) if low else max(0, len(body) - int(high))
    stop = min(int(high) + 1, len(body)) if low and high else len(body)
    if start >= stop:
        raise HttpError(Status.RANGE, f"bytes */{len(body)}")
    return Status.PARTIAL, body[start:stop], f"bytes {start}-{stop - 1}/{len(body)}"


request = parse(b"POST /a%20b?x=1 HTTP/1.1\r\nHost: example.org\r\naccept: text/html\r\nAccept:  */*;q=0.1 \r\nContent-Length: 4\r\n\r\nbodyEXTRA")
print(request)
print(request.headers["ACCEPT"], "host" in request.headers, len(request.headers), request.headers.pop("hOsT"), list(request.headers))
chunked = parse(b"PUT / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n4\r\nWiki\r\n6;name=v\r\npedia \r\nE\r\nin \r\n\r\nchunks.\r\n0\r\n\r\n")
print(chunked.body, chunked.headers)
for raw in (b"GET /\r\n\r\n", b"GET / HTTP/1.1", b"GET / HTTP/1.1\r\nBad Header\r\n\r\n", b"GET / HTTP/1.1\r\nName : v\r\n\r\n",
            b"GET / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n2\r\nabc\r\n"):
    try:
        print(parse(raw))
    except HttpError as error:
        print(error, "|", repr(error.status), error.__cause__)
    except ValueError as error:
        print("ValueError:", error)
for header in (None, "bytes=0-3", "bytes=5-", "bytes=-2", "bytes=-99", "bytes=3-1", "lines=1", "bytes=8-8"):
    try:
        status, part, content_range = serve_range(b"01234567", header)
        print(f"{status:d} {status.phrase} {part!r} {content_range}")
    except HttpError as error:
        print(error)
moment = datetime(1994, 11, 6, 9, 49, 37, tzinfo=timezone(timedelta(hours=1)))
print(http_date(moment), datetime.strptime(http_date(moment), "%a, %d %b %Y %H:%M:%S GMT"))
print(cookie("id", "7"), "|", cookie("s", "x", timedelta(days=1.5), True))
parse(b"GET / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n")
