from __future__ import annotations

from dataclasses import dataclass, field
from typing import Union

from .lexer import Token


@dataclass(frozen=True)
class Lit:
    value: object


@dataclass(frozen=True)
class Ref:
    token: Token


@dataclass(frozen=True)
class Bin:
    op: Token
    left: Expr
    right: Expr


@dataclass(frozen=True)
class Un:
    op: Token
    inner: Expr


@dataclass(frozen=True)
class Call:
    target: Expr
    args: tuple[Expr, ...]
    token: Token


Expr = Union[Lit, Ref, Bin, Un, Call]


@dataclass
class Let:
    name: str
    value: Expr
    new: bool


@dataclass
class Print:
    values: list[Expr]


@dataclass
class Branch:
    test: Expr
    body: list[Stmt]
    loop: bool


@dataclass
class Fn:
    name: str
    params: list[str]
    body: list[Stmt] = field(repr=False)


@dataclass
class Return:
    value: Expr


@dataclass
class Break:
    pass


@dataclass
class Do:
    value: Expr


Stmt = Union[Let, Print, Branch, Fn, Return, Break, Do]
