"""Middlewares around handlers, in layers: requests and responses, short cuts, error boundaries, timing by a fake clock."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    body: str = ""
    state: dict[str, object] = field(default_factory=dict, compare=False)

    def with_header(self, name: str, value: str) -> Request:
        return replace(self, headers=MappingProxyType({**self.headers, name.lower(): value}))


@dataclass
class Response:
    status: int = 200
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        extra = "".join(f" {k}={v}" for k, v in sorted(self.headers.items()))
        return f"{self.status} {self.body!r}{extra}"


Handler = Callable[[Request], Awaitable[Response]]


class Middleware(Protocol):
    def __call__(self, request: Request, following: Handler, /) -> Awaitable[Response]: ...


class HttpError(Exception):
    def __init__(self, status: int, reason: str = "") -> None:
        super().__init__(reason or f"status {status}")
        self.status = status


class App:
    def __init__(self) -> None:
        self._layers: list[tuple[int, Middleware]] = []
        self._routes: dict[tuple[str, str], Handler] = {}
        self._built: Handler | None = None

    def use(self, priority: int = 0) -> Callable[[Middleware], Middleware]:
        def add(layer: Middleware) -> Middleware:
            self._layers.append((priority, layer))
            self._built = None
            return layer

        return add

    def route(self, method: str, path: str) -> Callable[[Handler], Handler]:
        def add(handler: Handler) -> Handler:
            self._routes[method, path] = handler
            return handler

        return add

    async def dispatch(self, request: Request) -> Response:
        handler = self._routes.get((request.method, request.path))
        if handler is None:
            allowed = sorted(m for m, p in self._routes if p == request.path)
            raise HttpError(405, f"allowed: {', '.join(allowed)}") if allowed else HttpError(404)
        return await handler(request)

    async def __call__(self, request: Request) -> Response:
        if self._built is None:
            following: Handler = self.dispatch
            for _, layer in sorted(self._layers, key=lambda pair: pair[0], reverse=True):
                following = bound(layer, following)
            self._built = following
        return await self._built(request)


def bound(layer: Middleware, following: Handler) -> Handler:
    async def call(request: Request) -> Response:
        return await layer(request, following)

    return call


app = App()
trace: list[str] = []
START: Final = 100
ticks = iter(range(START, START + 1000, 5))


@app.use(priority=-10)
async def errors(request: Request, following: Handler) -> Response:
    try:
        return await following(request)
    except HttpError as error:
        return Response(error.status, str(error))
    except Exception as error:
        trace.append(f"crash {type(error).__name__}")
        return Response(500, f"{type(error).__name__}: {error}")


@app.use(priority=0)
async def timing(request: Request, following: Handler) -> Response:
    begun = next(ticks)
    response = await following(request)
    response.headers["took"] = str(next(ticks) - begun)
    return response


class Authentication:
    def __init__(self, users: Mapping[str, str]) -> None:
        self.users = users

    async def __call__(self, request: Request, following: Handler) -> Response:
        name = self.users.get(request.headers.get("token", ""))
        request.state["user"] = name
        if request.path.startswith("/private") and name is None:
            raise HttpError(401, "who are you")
        return await following(request)


class Cache:
    """Answers repeated GETs itself."""

    def __init__(self) -> None:
        self.kept: dict[str, Response] = {}
        self.hits = 0

    async def serve(self, request: Request, following: Handler) -> Response:
        if request.method != "GET":
            self.kept.clear()
            return await following(request)
        if request.path in self.kept:
            self.hits += 1
            kept = self.kept[request.path]
            return replace(kept, headers={**kept.headers, "cache": "hit"})
        response = await following(request)
        if response.status == 200:
            self.kept[request.path] = replace(response, headers=dict(response.headers))
        return response


cache = Cache()
app.use(10)(Authentication({"t1": "ann"}))
app.use(20)(cache.serve)


def logged(function: Callable[Concatenate[Request, P], Awaitable[R]]) -> Callable[Concatenate[Request, P], Awaitable[R]]:
    @functools.wraps(function)
    async def wrapper(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> R:
        trace.append(f"{function.__name__}({request.method} {request.path})")
        return await function(request, *args, **kwargs)

    return wrapper


counter = {"n": 0}


@app.route("GET", "/count")
@logged
async def count(request: Request) -> Response:
    counter["n"] += 1
    return Response(body=f"count {counter['n']}")


@app.route("POST", "/count")
@logged
async def reset(request: Request, start: int = 0) -> Response:
    counter["n"] = int(request.body or start)
    return Response(204)


@app.route("GET", "/private/me")
@logged
async def me(request: Request) -> Response:
    await asyncio.sleep(0)
    return Response(body=f"you are {request.state['user']}", headers={"kind": "me"})


async def main() -> None:
    requests = [
        Request("GET", "/count"), Request("GET", "/count"), Request("POST", "/count", body="40"), Request("GET", "/count"),
        Request("POST", "/count", body="forty"), Request("GET", "/private/me"), Request("GET", "/private/me").with_header("TOKEN", "t1"),
        Request("PUT", "/count"), Request("GET", "/nowhere"), Request("POST", "/count"), Request("GET", "/count"),
    ]
    for request in requests:
        print(request.method, request.path, "->", await app(request))
    print(*trace, sep="\n")
    print(cache.hits, sorted(cache.kept), next(ticks), count.__name__)
    print(requests[0] == Request("GET", "/count", state={"x": 1}), requests[6].headers["token"], requests[6] == requests[5])

    @app.use(5)
    async def shortcut(request: Request, following: Handler) -> Response:
        if "maintenance" in request.headers:
            return Response(503, "later")
        return await following(request.with_header("seen", "yes"))

    print(await app(Request("GET", "/count").with_header("maintenance", "1")), await app(Request("GET", "/count")))
    print(await asyncio.gather(*(app(Request("GET", path)) for path in ("/count", "/x"))))


asyncio.run(main())
