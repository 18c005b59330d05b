"""Rights as flags: roles made of them, octal text, grants and denials, and a table of who may do what."""

from __future__ import annotations

import enum
from collections import ChainMap
from collections.abc import Mapping
from functools import reduce
from operator import or_


class Right(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()
    SHARE = enum.auto()
    DELETE = enum.auto()
    EDIT = READ | WRITE
    ALL = EDIT | SHARE | DELETE

    @classmethod
    def parse(cls, text: str) -> Right:
        return reduce(
            or_, (Right[word.strip().upper()] for word in text.split("+") if word.strip()), Right(0)
        )

    def letters(self) -> str:
        return "".join(letter if right in self else "-" for letter, right in zip("rwsd", Right))


class Mode(enum.IntFlag):
    X = 1
    W = 2
    R = 4


def octal(text: str) -> str:
    modes = [Mode(int(digit, 8)) for digit in text]
    return "".join(
        "".join(m.name.lower() if m in mode and m.name else "-" for m in reversed(Mode)) for mode in modes
    )


DEFAULTS: Mapping[str, Right] = {"guest": Right.READ, "member": Right.EDIT, "owner": Right.ALL}


class Forbidden(PermissionError):
    def __init__(self, who: str, missing: Right) -> None:
        names = ", ".join(str(right.name) for right in missing)
        super().__init__(f"{who} lacks {names}")
        self.missing = missing


class Document:
    def __init__(self, title: str, **special: Right) -> None:
        self.title = title
        self._rights = ChainMap(special, dict(DEFAULTS))

    def rights(self, who: str) -> Right:
        return self._rights.get(who, Right(0))

    def grant(self, who: str, more: Right) -> None:
        self._rights[who] = self.rights(who) | more

    def deny(self, who: str, less: Right) -> None:
        self._rights[who] = self.rights(who) & ~less

    def need(self, who: str, wanted: Right) -> str:
        missing = wanted & ~self.rights(who)
        if missing:
            raise Forbidden(who, missing)
        return f"{who} may {'+'.join(str(right.name).lower() for right in wanted)} {self.title}"


plan, diary = Document("plan"), Document("diary", guest=Right(0), member=Right.parse("read"))
plan.grant("guest", Right.SHARE)
diary.deny("owner", Right.parse("share + delete"))
diary.grant("auditor", Right.READ)
for document in (plan, diary):
    print(
        f"{document.title:<7}", *(f"{who}:{document.rights(who).letters()}" for who in [*DEFAULTS, "auditor"])
    )
for document, who, wanted in [
    (plan, "guest", Right.READ | Right.SHARE),
    (plan, "guest", Right.EDIT),
    (diary, "owner", Right.ALL),
    (diary, "member", Right.WRITE | Right.DELETE),
    (plan, "owner", Right.ALL),
]:
    try:
        print(document.need(who, wanted))
    except Forbidden as error:
        print(error, "|", error.missing, len(error.missing))
print(
    Right.EDIT,
    repr(Right.READ | Right.DELETE),
    Right(0),
    list(Right.ALL ^ Right.EDIT),
    Right.EDIT in Right.ALL,
)
print(octal("755"), octal("640"), Mode.R | 1, repr(Mode(6)), Mode.W + 1, ~Mode.R & Mode(7) == Mode(3))
try:
    Right.parse("read+fly")
except KeyError as error:
    print("no right", error)
