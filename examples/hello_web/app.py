"""A small web server: the same source runs as `python app.py PORT` and as a unikernel."""

import asyncio
import json
import sys
import time

MAX_BODY = 1 << 20  # bytes
STARTED = time.monotonic()
hits = 0


def respond(method: str, path: str, body: bytes) -> tuple[str, str, bytes]:
    """The status, the content type and the body of the response."""
    global hits
    hits += 1
    uptime = int(time.monotonic() - STARTED)
    if method == "GET" and path == "/":
        title = "<!doctype html>\n<title>Hello from Mirage</title>\n<h1>Hello, world!</h1>\n"
        page = f"{title}<p>Up for {uptime} s; this is hit number {hits}.</p>\n"
        return "200 OK", "text/html; charset=utf-8", page.encode()
    if method == "GET" and path == "/json":
        values = {"hits": hits, "message": "Hello, world!", "uptime": uptime}
        return "200 OK", "application/json", json.dumps(values).encode()
    if method == "POST" and path == "/echo":
        return "200 OK", "application/octet-stream", body
    return "404 Not Found", "text/plain", b"not found\n"


def parse_head(head: str) -> tuple[str, str, bool, int]:
    """Method, path, whether the connection is kept, and the size of the body; ValueError when malformed."""
    first, *lines = head[:-4].split("\r\n")
    method, path, version = first.split(" ")
    headers = {"content-length": "0"}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or not name or name != name.strip():
            raise ValueError("not a header")
        headers[name.lower()] = value.strip().lower()
    length = int(headers["content-length"])
    if not path.startswith("/") or version not in ("HTTP/1.0", "HTTP/1.1") or not 0 <= length <= MAX_BODY:
        raise ValueError("not a request we take")
    return method, path, version != "HTTP/1.0" and headers.get("connection") != "close", length


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer the requests of one connection."""
    keep_alive = True
    while keep_alive:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            method, path, keep_alive, length = parse_head(head.decode("latin-1"))
            status, kind, content = respond(method, path, await reader.readexactly(length))
        except (asyncio.IncompleteReadError, ConnectionError):
            break
        except (ValueError, asyncio.LimitOverrunError):
            keep_alive, status, kind, content = False, "400 Bad Request", "text/plain", b"bad request\n"
        connection = "keep-alive" if keep_alive else "close"
        writer.write(
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n"
            f"Content-Length: {len(content)}\r\nConnection: {connection}\r\n\r\n".encode()
            + content
        )
        await writer.drain()
    writer.close()


async def main() -> None:
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8080
    server = await asyncio.start_server(serve, "0.0.0.0", port)
    print(f"serving on port {port}", flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
