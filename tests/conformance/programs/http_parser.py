"""Requests from bytes that arrive in pieces."""

from dataclasses import dataclass, field


class BadRequest(ValueError):
    pass


@dataclass
class Request:
    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


class Parser:
    def __init__(self) -> None:
        self._buffer = b""
        self._request: Request | None = None
        self._left = 0

    def feed(self, data: bytes) -> list[Request]:
        self._buffer += data
        done: list[Request] = []
        while True:
            if self._request is None and not self._head():
                return done
            request = self._request
            assert request is not None
            if len(self._buffer) < self._left:
                return done
            request.body, self._buffer = self._buffer[: self._left], self._buffer[self._left :]
            self._request = None
            done.append(request)

    def _head(self) -> bool:
        head, separator, rest = self._buffer.partition(b"\r\n\r\n")
        if not separator:
            return False
        lines = head.decode("latin-1").split("\r\n")
        parts = lines[0].split(" ")
        if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
            raise BadRequest(lines[0])
        request = Request(parts[0], parts[1])
        for line in lines[1:]:
            name, colon, value = line.partition(":")
            if not colon:
                raise BadRequest(line)
            request.headers[name.strip().lower()] = value.strip()
        self._left = int(request.headers.get("content-length", "0"))
        self._buffer, self._request = rest, request
        return True


raw = b"GET / HTTP/1.1\r\nHost: a\r\n\r\nPOST /echo HTTP/1.1\r\nContent-Length: 5\r\nX-Y: 1: 2\r\n\r\nhelloGET /2 HTTP/1.0\r\n\r\n"
for size in (1, 7, 40, 1000):
    parser = Parser()
    found: list[Request] = []
    for at in range(0, len(raw), size):
        found += parser.feed(raw[at : at + size])
    print(size, len(found), found[1])
for bad in (b"nonsense\r\n\r\n", b"GET / HTTP/1.1\r\nno colon\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n"):
    try:
        Parser().feed(bad)
    except ValueError as error:
        print(type(error).__name__, error)
