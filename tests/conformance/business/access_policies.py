"""Roles, attribute rules, inheritance and denials; decisions explained; policies written in a small text form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

Attributes = Mapping[str, object]


class Effect(Enum):
    ALLOW = "allow"
    DENY = "deny"


class PolicyError(ValueError):
    def __init__(self, number: int, message: str) -> None:
        super().__init__(f"line {number}: {message}")


@dataclass(frozen=True)
class Request:
    user: str
    action: str
    resource: str
    attributes: Attributes = field(default_factory=dict, hash=False, compare=False)


@cache
def pattern(text: str) -> re.Pattern[str]:
    """`*` is one part of a path, `**` are any."""
    parts = re.split(r"(\*\*|\*)", text)
    return re.compile("".join({"*": "[^/]*", "**": ".*"}.get(p, re.escape(p)) for p in parts))


def number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise TypeError(f"{value!r} is no number")
    return float(value)


TESTS: dict[str, Callable[[object, str], bool]] = {
    "=": lambda a, b: str(a) == b,
    "!=": lambda a, b: str(a) != b,
    "<": lambda a, b: number(a) < number(b),
    ">": lambda a, b: number(a) > number(b),
    "in": lambda a, b: str(a) in b.split(","),
}


@dataclass(frozen=True)
class Statement:
    number: int
    effect: Effect
    role: str
    actions: frozenset[str]
    resource: str
    conditions: tuple[tuple[str, str, str], ...] = ()

    @classmethod
    def parse(cls, number: int, line: str) -> Statement:
        found = re.fullmatch(r"(allow|deny) (\w+) to ([\w,*]+) (\S+)(?: if (.+))?", line)
        if found is None:
            raise PolicyError(number, f"cannot read {line!r}")
        conditions = []
        for text in (found[5] or "").split(" and ") if found[5] else []:
            test = re.fullmatch(r"(\w+) (=|!=|<|>|in) (\S+)", text)
            if test is None:
                raise PolicyError(number, f"bad condition {text!r}")
            conditions.append((test[1], test[2], test[3]))
        return cls(
            number, Effect(found[1]), found[2], frozenset(found[3].split(",")), found[4], tuple(conditions)
        )

    def matches(self, request: Request) -> bool:
        if not ("*" in self.actions or request.action in self.actions):
            return False
        text = self.resource.replace("{user}", request.user)
        return pattern(text).fullmatch(request.resource) is not None

    def holds(self, request: Request) -> str:
        """Empty, or the condition that does not hold."""
        for name, sign, value in self.conditions:
            wanted = request.user if value == "{user}" else value
            if name not in request.attributes:
                return f"no {name}"
            try:
                if not TESTS[sign](request.attributes[name], wanted):
                    return f"not {name} {sign} {wanted}"
            except (TypeError, ValueError) as error:
                return f"{name}: {error}"
        return ""


@dataclass(frozen=True)
class Decision:
    allowed: bool
    reason: str
    trail: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.allowed


class Policy:
    def __init__(self, text: str) -> None:
        self.parents: dict[str, list[str]] = {}
        self.roles: dict[str, set[str]] = {}
        self.statements: list[Statement] = []
        for number, line in enumerate(text.strip().splitlines(), 1):
            line = line.partition("#")[0].strip()
            match line.split():
                case []:
                    continue
                case ["role", name, "extends", *parents] if parents:
                    self.parents[name] = parents
                case ["role", name]:
                    self.parents.setdefault(name, [])
                case ["user", name, "is", *roles] if roles:
                    self.roles.setdefault(name, set()).update(roles)
                case _:
                    self.statements.append(Statement.parse(number, line))
        for name in self.parents:
            list(self.above(name, ()))

    def above(self, role: str, path: tuple[str, ...]) -> Iterator[str]:
        if role in path:
            raise PolicyError(0, "roles in a circle: " + " > ".join((*path, role)))
        yield role
        for parent in self.parents.get(role, ()):
            yield from self.above(parent, (*path, role))

    def decide(self, request: Request) -> Decision:
        held = {r for role in self.roles.get(request.user, ()) for r in self.above(role, ())} | {"anyone"}
        trail = []
        allowed: Statement | None = None
        for statement in self.statements:
            if statement.role not in held or not statement.matches(request):
                continue
            failed = statement.holds(request)
            trail.append(f"{statement.number} {statement.effect.value}{': ' + failed if failed else ''}")
            if failed:
                continue
            if statement.effect is Effect.DENY:
                return Decision(False, f"denied by line {statement.number}", tuple(trail))
            allowed = allowed or statement
        if allowed is None:
            return Decision(False, "nothing allows it", tuple(trail))
        return Decision(True, f"allowed by line {allowed.number} as {allowed.role}", tuple(trail))


TEXT = """
role reader
role writer extends reader
role admin extends writer auditor
role auditor
user ann is admin
user bob is writer
user cy is reader auditor
allow anyone to read /public/**
allow reader to read,list /docs/*
allow writer to write /docs/* if size < 1000 and locked = False   # not too big
allow writer to * /home/{user}/**
allow admin to * /**
allow auditor to read /logs/** if day in mon,tue,wed
deny anyone to delete /docs/* if owner != {user}
deny reader to write /docs/frozen
"""
policy = Policy(TEXT)
REQUESTS: list[tuple[str, str, str, Attributes]] = [
    ("dee", "read", "/public/a/b", {}), ("dee", "read", "/docs/x", {}), ("cy", "read", "/docs/x", {}), ("cy", "read", "/docs/x/y", {}),
    ("bob", "write", "/docs/x", {"size": 10, "locked": False}), ("bob", "write", "/docs/x", {"size": 10_000, "locked": False}),
    ("bob", "write", "/docs/x", {"size": "big"}), ("bob", "write", "/docs/x", {}), ("bob", "paint", "/home/bob/a/b.png", {}),
    ("bob", "read", "/home/ann/a", {}), ("ann", "delete", "/docs/x", {"owner": "ann"}), ("ann", "delete", "/docs/x", {"owner": "bob"}),
    ("ann", "write", "/docs/frozen", {"size": 1, "locked": False}), ("cy", "read", "/logs/1/2", {"day": "tue"}), ("cy", "read", "/logs/1", {"day": "sun"}),
    ("ann", "delete", "/docs/x", {}), ("bob", "write", "/docs/x", {"size": True, "locked": False}),
]  # fmt: skip
for user, action, resource, attributes in REQUESTS:
    decision = policy.decide(Request(user, action, resource, attributes))
    print(
        f"{user} {action} {resource} {dict(attributes)}: {'yes' if decision else 'no'}, {decision.reason} {list(decision.trail)}"
    )
print(list(policy.above("admin", ())), pattern("/a/*.txt").pattern, pattern.cache_info().hits > 10)
print(
    Request("a", "b", "c", {"x": 1}) == Request("a", "b", "c"),
    len({Request("a", "b", "c"), Request("a", "b", "c", {"y": 2})}),
)
for bad in [
    "allow x",
    "allow x to y z if a ~ b",
    "role a extends b\nrole b extends a",
    "user x is",
    "deny a to b c if d = e and",
]:
    try:
        Policy(bad)
        print("accepted", repr(bad))
    except PolicyError as error:
        print(f"{bad!r}: {error}")
Effect("maybe")
