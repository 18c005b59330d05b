"""A small web server: the same source runs as `python app.py PORT` and as a unikernel."""

import asyncio
import json
import sys
import time

MAX_BODY = 1 << 20  # bytes
STARTED = time.monotonic()
TEXTS = {200: "OK", 400: "Bad Request", 404: "Not Found"}


def page(uptime: int, hits: int) -> str:
    return f"""<!doctype html>
<title>Hello from Mirage</title>
<h1>Hello, world!</h1>
<p>Up for {uptime} s; this is hit number {hits}.</p>
"""


class Site:
    def __init__(self) -> None:
        self.hits = 0

    def respond(self, method: str, path: str, body: bytes) -> tuple[int, str, bytes]:
        """The status, the content type and the body of the response."""
        self.hits += 1
        uptime = int(time.monotonic() - STARTED)
        if method == "GET" and path == "/":
            return 200, "text/html; charset=utf-8", page(uptime, self.hits).encode()
        if method == "GET" and path == "/json":
            text = json.dumps({"hits": self.hits, "message": "Hello, world!", "uptime": uptime})
            return 200, "application/json", text.encode()
        if method == "POST" and path == "/echo":
            return 200, "application/octet-stream", body
        return 404, "text/plain", b"not found\n"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        keep_alive = True
        while keep_alive:
            try:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                method, path, version, headers = parse_head(head)
                length = int(headers.get("content-length", "0"))
                if not 0 <= length <= MAX_BODY:
                    raise ValueError("the body is too large")
                body = await reader.readexactly(length)
                keep_alive = (version != "HTTP/1.0") and headers.get("connection", "") != "close"
                status, content_type, content = self.respond(method, path, body)
            except (asyncio.IncompleteReadError, ConnectionError):
                break
            except (ValueError, asyncio.LimitOverrunError):
                keep_alive = False
                status, content_type, content = 400, "text/plain", b"bad request\n"
            connection = "keep-alive" if keep_alive else "close"
            writer.write(
                f"HTTP/1.1 {status} {TEXTS[status]}\r\nContent-Type: {content_type}\r\n"
                f"Content-Length: {len(content)}\r\nConnection: {connection}\r\n\r\n".encode()
                + content
            )
            await writer.drain()
        writer.close()


def parse_head(head: str) -> tuple[str, str, str, dict[str, str]]:
    """Method, path, version and headers (names in lower case); ValueError when malformed."""
    lines = head[:-4].split("\r\n")
    method, path, version = lines[0].split(" ")
    if not path.startswith("/") or version not in ("HTTP/1.0", "HTTP/1.1"):
        raise ValueError("not a request line")
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if not colon or not name or name != name.strip():
            raise ValueError("not a header")
        headers[name.lower()] = value.strip().lower()
    return method, path, version, headers


async def main() -> None:
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8080
    server = await asyncio.start_server(Site().serve, "0.0.0.0", port)
    print(f"serving on port {port}", flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
