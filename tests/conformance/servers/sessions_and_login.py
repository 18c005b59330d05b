"""Sessions over loopback: a login with challenge and digest, tokens, roles, idle expiry by request count, a typed client."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from enum import Flag, auto
from typing import Any


class Role(Flag):
    NONE = 0
    READ = auto()
    WRITE = auto()
    ADMIN = auto()
    STAFF = READ | WRITE


class Denied(Exception):
    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


@dataclass
class User:
    name: str
    salt: str
    digest: str
    roles: Role
    failures: int = 0

    @classmethod
    def create(cls, name: str, password: str, roles: Role) -> User:
        salt = hashlib.md5(name.encode()).hexdigest()[:8]
        return cls(name, salt, hashlib.sha256((salt + password).encode()).hexdigest(), roles)


@dataclass
class Session:
    user: User
    idle: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass
class Request:
    action: str
    args: dict[str, Any]
    session: Session | None


Action = Callable[["Server", Request], Awaitable[Any]]
ACTIONS: dict[str, tuple[Role, Action]] = {}


def action(roles: Role = Role.NONE) -> Callable[[Action], Action]:
    def register(function: Action) -> Action:
        ACTIONS[function.__name__.removeprefix("do_")] = (roles, function)
        return function

    return register


class Server:
    def __init__(self, users: list[User], patience: int = 9) -> None:
        self.users = {u.name: u for u in users}
        self.sessions: dict[str, Session] = {}
        self.challenges: dict[str, str] = {}
        self.counter = 0
        self.patience = patience

    def secret(self) -> str:
        self.counter += 1
        return hashlib.sha1(b"secret%d" % self.counter).hexdigest()[:12]

    async def dispatch(self, line: bytes) -> dict[str, Any]:
        try:
            data = json.loads(line)
            roles, function = ACTIONS[data.pop("action")]
            session = self.sessions.get(data.pop("token", ""))
            for token, other in list(self.sessions.items()):
                other.idle = 0 if other is session else other.idle + 1
                if other.idle > self.patience:
                    del self.sessions[token]
            if roles and (session is None or roles & session.user.roles != roles):
                raise Denied(401 if session is None else 403, f"{roles.name} needed")
            return {"ok": True, "value": await function(self, Request("", data, session))}
        except Denied as error:
            return {"ok": False, "code": error.code, "reason": str(error)}
        except json.JSONDecodeError as error:
            return {"ok": False, "code": 400, "reason": f"{error.msg} at {error.pos}"}
        except KeyError as error:
            return {"ok": False, "code": 404, "reason": f"missing {error}"}

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async for line in reader:
            writer.write(json.dumps(await self.dispatch(line)).encode() + b"\n")
            await writer.drain()
        writer.close()


@action()
async def do_challenge(server: Server, request: Request) -> dict[str, str]:
    user = server.users.get(request.args["name"])
    server.challenges[request.args["name"]] = server.secret()
    return {"salt": user.salt if user else "00000000", "challenge": server.challenges[request.args["name"]]}


@action()
async def do_login(server: Server, request: Request) -> str:
    name = request.args["name"]
    user, challenge = server.users.get(name), server.challenges.pop(name, "")
    if user is not None and user.failures >= 3:
        raise Denied(423, f"{name} is locked")
    wanted = hmac.new(user.digest.encode(), challenge.encode(), "sha256").hexdigest() if user else ""
    if user is None or not challenge or not hmac.compare_digest(wanted, request.args["proof"]):
        if user is not None:
            user.failures += 1
        raise Denied(401, "bad name or password")
    user.failures = 0
    token = server.secret()
    server.sessions[token] = Session(user)
    return token


@action(Role.READ)
async def do_read(server: Server, request: Request) -> list[str]:
    assert request.session is not None
    return request.session.notes


@action(Role.STAFF)
async def do_write(server: Server, request: Request) -> int:
    assert request.session is not None
    request.session.notes.append(str(request.args["text"]))
    return len(request.session.notes)


@action(Role.ADMIN)
async def do_who(server: Server, request: Request) -> list[dict[str, Any]]:
    return [{"user": s.user.name, "idle": s.idle} for s in server.sessions.values()]


@action()
async def do_logout(server: Server, request: Request) -> bool:
    found = next((t for t, s in server.sessions.items() if s is request.session), None)
    return server.sessions.pop(found, None) is not None if found else False


@dataclass
class Client:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    token: str = ""

    async def raw(self, line: bytes) -> Any:
        self.writer.write(line + b"\n")
        return json.loads(await self.reader.readline())

    async def call(self, what: str, /, **args: Any) -> Any:
        answer = await self.raw(json.dumps({"action": what, "token": self.token, **args}).encode())
        if not answer["ok"]:
            raise Denied(answer["code"], answer["reason"])
        return answer["value"]

    async def login(self, name: str, password: str) -> None:
        given = await self.call("challenge", name=name)
        digest = hashlib.sha256((given["salt"] + password).encode()).hexdigest()
        self.token = await self.call("login", name=name, proof=hmac.new(digest.encode(), given["challenge"].encode(), "sha256").hexdigest())


async def attempt(work: Awaitable[Any]) -> str:
    try:
        return repr(await work)
    except Denied as error:
        return f"<{error.code} {error}>"


async def main() -> None:
    users = [User.create("ann", "s3cret", Role.STAFF | Role.ADMIN), User.create("bob", "hunter2", Role.READ)]
    server = Server(users)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    ann, bob = [Client(*await asyncio.open_connection("127.0.0.1", port)) for _ in range(2)]
    print(await attempt(ann.call("read")), await attempt(ann.login("ann", "wrong")), await attempt(ann.login("zoe", "x")), await attempt(ann.login("ann", "s3cret")))
    print(await attempt(bob.login("bob", "hunter2")), await attempt(bob.call("write", text="x")), await attempt(bob.call("read")), await attempt(bob.call("who")))
    print(await attempt(ann.call("write", text="döner")), await attempt(ann.call("write", text=5)), await attempt(ann.call("read")), await attempt(ann.call("who")))
    print(await attempt(bob.call("read")), await attempt(ann.call("write")), await attempt(ann.call("fly")), await ann.raw(b"{oops"), await ann.raw(b'{"token": 1}'))
    for _ in range(10):
        await ann.call("read")
    print(await attempt(bob.call("read")), await attempt(ann.call("who")))
    print([await attempt(bob.login("bob", "nope")) for _ in range(4)], users[1].failures)
    print(await attempt(ann.call("logout")), await attempt(ann.call("logout")), await attempt(ann.call("read")), len(server.sessions))
    print(asdict(users[1]) == {"name": "bob", "salt": users[1].salt, "digest": users[1].digest, "roles": Role.READ, "failures": 3}, Role.STAFF, ~Role.READ & Role.STAFF, sorted(ACTIONS))
    ann.writer.close()
    bob.writer.close()
    await asyncio.sleep(0.01)
    listening.close()
    await listening.wait_closed()


asyncio.run(main())
