"""A web application on paper: router with parameters, middleware, sessions, JSON errors and bodies."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass
class Request:
    method: str
    target: str
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    params: dict[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path)

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.target).query, keep_blank_values=True)

    def json(self) -> Any:
        try:
            return json.loads(self.body)
        except json.JSONDecodeError as error:
            raise HttpError(400, f"bad JSON at {error.pos}: {error.msg}") from error


@dataclass
class Response:
    body: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def encode(self) -> bytes:
        payload = self.body.encode()
        head = {"content-length": str(len(payload))} | self.headers
        lines = [f"HTTP/1.1 {self.status}", *(f"{k}: {v}" for k, v in head.items())]
        return "\r\n".join([*lines, "", ""]).encode() + payload


class HttpError(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


Handler = Callable[[Request], Awaitable[Response]]
Middleware = Callable[[Request, Handler], Awaitable[Response]]
CONVERTERS: dict[str, tuple[str, Callable[[str], Any]]] = {"int": (r"-?\d+", int), "str": (r"[^/]+", str), "path": (r".+", str)}


class App:
    def __init__(self) -> None:
        self.routes: list[tuple[str, re.Pattern[str], dict[str, Callable[[str], Any]], Handler]] = []
        self.middleware: list[Middleware] = []

    def route(self, method: str, template: str) -> Callable[[Handler], Handler]:
        converters: dict[str, Callable[[str], Any]] = {}

        def group(found: re.Match[str]) -> str:
            name, kind = found[1], found[2] or "str"
            pattern, converters[name] = CONVERTERS[kind]
            return f"(?P<{name}>{pattern})"

        pattern = re.compile(re.sub(r"\{(\w+)(?::(\w+))?\}", group, template))

        def register(handler: Handler) -> Handler:
            self.routes.append((method, pattern, converters, handler))
            return handler

        return register

    def use(self, middleware: Middleware) -> Middleware:
        self.middleware.append(middleware)
        return middleware

    async def dispatch(self, request: Request) -> Response:
        allowed: list[str] = []
        for method, pattern, converters, handler in self.routes:
            found = pattern.fullmatch(request.path)
            if found is None:
                continue
            if method != request.method:
                allowed.append(method)
                continue
            request.params = {k: converters[k](v) for k, v in found.groupdict().items()}
            return await handler(request)
        if allowed:
            raise HttpError(405, f"allowed: {', '.join(allowed)}")
        raise HttpError(404, f"nothing at {request.path}")

    async def __call__(self, request: Request) -> Response:
        handler: Handler = self.dispatch
        for middleware in reversed(self.middleware):
            handler = self.bind(middleware, handler)
        return await handler(request)

    @staticmethod
    def bind(middleware: Middleware, inner: Handler) -> Handler:
        async def bound(request: Request) -> Response:
            return await middleware(request, inner)

        return bound


app = App()
notes: dict[int, dict[str, Any]] = {}
log: list[str] = []


@app.use
async def errors(request: Request, handler: Handler) -> Response:
    try:
        return await handler(request)
    except HttpError as error:
        return Response(json.dumps({"error": str(error)}), error.status)
    except Exception as error:
        log.append(f"crash {type(error).__name__}: {error}")
        return Response(json.dumps({"error": "internal"}), 500)


@app.use
async def access(request: Request, handler: Handler) -> Response:
    response = await handler(request)
    log.append(f"{request.method} {request.path} {response.status}")
    response.headers["x-count"] = str(len(log))
    return response


@app.route("GET", "/notes/{key:int}")
async def show(request: Request) -> Response:
    try:
        return Response(json.dumps(notes[request.params["key"]], sort_keys=True))
    except KeyError as error:
        raise HttpError(404, f"no note {error}") from None


@app.route("POST", "/notes")
async def create(request: Request) -> Response:
    data = request.json()
    match data:
        case {"title": str(title), **rest} if title:
            key = len(notes) + 1
            notes[key] = {"title": title, "extra": sorted(rest)}
            return Response(json.dumps({"key": key}), 201, {"location": f"/notes/{key}"})
    raise HttpError(422, f"title missing in {type(data).__name__}")


@app.route("DELETE", "/notes/{key:int}")
async def delete(request: Request) -> Response:
    await asyncio.sleep(0)
    del notes[request.params["key"]]
    return Response(status=204)


@app.route("GET", "/files/{where:path}")
async def files(request: Request) -> Response:
    return Response(f"{request.params['where']} {request.query}")


async def main() -> None:
    requests = [
        Request("POST", "/notes", b'{"title": "first", "b": 1, "a": [2]}'), Request("GET", "/notes/1"), Request("GET", "/notes/9"),
        Request("POST", "/notes", b'{"title": 5}'), Request("POST", "/notes", b"{oops"), Request("PUT", "/notes/1"),
        Request("GET", "/files/a/b%20c.txt?x=1&x=2&y="), Request("GET", "/n"), Request("DELETE", "/notes/1"), Request("DELETE", "/notes/1"),
    ]  # fmt: skip
    for request in requests:
        response = await app(request)
        print(request.method, request.target, response.encode())
    print(*log, sep="\n")
    print([p.pattern for _, p, _, _ in app.routes], app.routes[0][1].groupindex)
    await app.dispatch(Request("POST", "/notes", b"[1"))


asyncio.run(main())
