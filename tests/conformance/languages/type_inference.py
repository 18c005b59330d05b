"""Hindley-Milner: inference with let-polymorphism, unification with an occurs check, principal types."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Union


@dataclass(eq=False)
class TVar:
    number: int
    bound: Type | None = None


@dataclass(frozen=True)
class TCon:
    name: str
    args: tuple[Type, ...] = ()


Type = Union[TVar, TCon]
INT, BOOL = TCon("int"), TCon("bool")


def arrow(*types: Type) -> Type:
    result = types[-1]
    for t in reversed(types[:-1]):
        result = TCon("->", (t, result))
    return result


@dataclass(frozen=True)
class Scheme:
    variables: tuple[TVar, ...]
    type: Type


@dataclass(frozen=True)
class Name:
    name: str


@dataclass(frozen=True)
class Lit:
    value: int | bool


@dataclass(frozen=True)
class Fun:
    parameter: str
    body: Expr


@dataclass(frozen=True)
class Call:
    function: Expr
    argument: Expr


@dataclass(frozen=True)
class Let:
    name: str
    value: Expr
    body: Expr
    recursive: bool = False


@dataclass(frozen=True)
class If:
    test: Expr
    then: Expr
    other: Expr


Expr = Union[Name, Lit, Fun, Call, Let, If]


class InferenceError(Exception):
    pass


class UnboundName(InferenceError, KeyError):
    def __str__(self) -> str:
        return f"unbound name {self.args[0]}"


def prune(t: Type) -> Type:
    if isinstance(t, TVar) and t.bound is not None:
        t.bound = prune(t.bound)
        return t.bound
    return t


def show(t: Type) -> str:
    names: dict[int, str] = {}

    def go(t: Type, left: bool = False) -> str:
        t = prune(t)
        if isinstance(t, TVar):
            return names.setdefault(id(t), string.ascii_lowercase[len(names)])
        if t.name == "->":
            text = f"{go(t.args[0], True)} -> {go(t.args[1])}"
            return f"({text})" if left else text
        if not t.args:
            return t.name
        return f"{t.name}[{', '.join(go(a) for a in t.args)}]"

    return go(t)


def free(t: Type) -> Iterator[TVar]:
    t = prune(t)
    if isinstance(t, TVar):
        yield t
    else:
        for argument in t.args:
            yield from free(argument)


@dataclass
class Inference:
    count: int = 0
    env: dict[str, Scheme] = field(default_factory=dict)

    def fresh(self) -> TVar:
        self.count += 1
        return TVar(self.count)

    def unify(self, a: Type, b: Type) -> None:
        a, b = prune(a), prune(b)
        if isinstance(a, TVar):
            if a is not b:
                if any(v is a for v in free(b)):
                    raise InferenceError(f"infinite type: a occurs in {show(b)}")
                a.bound = b
        elif isinstance(b, TVar):
            self.unify(b, a)
        elif a.name != b.name or len(a.args) != len(b.args):
            raise InferenceError(f"{show(a)} is not {show(b)}")
        else:
            for x, y in zip(a.args, b.args):
                self.unify(x, y)

    def instance(self, scheme: Scheme) -> Type:
        table: dict[TVar, Type] = {v: self.fresh() for v in scheme.variables}

        def copy(t: Type) -> Type:
            t = prune(t)
            if isinstance(t, TVar):
                return table.get(t, t)
            return TCon(t.name, tuple(map(copy, t.args)))

        return copy(scheme.type)

    def generalise(self, t: Type, env: dict[str, Scheme]) -> Scheme:
        outer = {v for s in env.values() for v in free(s.type) if v not in s.variables}
        return Scheme(tuple({v: None for v in free(t) if v not in outer}), t)

    def infer(self, e: Expr, env: dict[str, Scheme]) -> Type:
        match e:
            case Lit(bool()):
                return BOOL
            case Lit(int()):
                return INT
            case Name(name):
                if name not in env:
                    raise UnboundName(name)
                return self.instance(env[name])
            case Fun(parameter, body):
                t = self.fresh()
                return arrow(t, self.infer(body, {**env, parameter: Scheme((), t)}))
            case Call(function, argument):
                result = self.fresh()
                self.unify(self.infer(function, env), arrow(self.infer(argument, env), result))
                return result
            case Let(name, value, body, recursive):
                inner = env
                if recursive:
                    own = self.fresh()
                    inner = {**env, name: Scheme((), own)}
                bound = self.infer(value, inner)
                if recursive:
                    self.unify(own, bound)
                return self.infer(body, {**env, name: self.generalise(bound, env)})
            case If(test, then, other):
                self.unify(self.infer(test, env), BOOL)
                result_type = self.infer(then, env)
                self.unify(result_type, self.infer(other, env))
                return result_type
        raise AssertionError(e)


def call(function: Expr, *arguments: Expr) -> Expr:
    for argument in arguments:
        function = Call(function, argument)
    return function


def fun(names: str, body: Expr) -> Expr:
    for name in reversed(names.split()):
        body = Fun(name, body)
    return body


def prelude(inference: Inference) -> dict[str, Scheme]:
    a, b = inference.fresh(), inference.fresh()
    one, two = TCon("list", (a,)), TCon("pair", (a, b))
    return {
        "+": Scheme((), arrow(INT, INT, INT)),
        "<": Scheme((), arrow(INT, INT, BOOL)),
        "nil": Scheme((a,), one),
        "cons": Scheme((a,), arrow(a, one, one)),
        "head": Scheme((a,), arrow(one, a)),
        "tail": Scheme((a,), arrow(one, one)),
        "empty": Scheme((a,), arrow(one, BOOL)),
        "pair": Scheme((a, b), arrow(a, b, two)),
        "fst": Scheme((a, b), arrow(two, a)),
    }


N = Name
IDENTITY = fun("x", N("x"))
MAP = fun(
    "f xs",
    If(
        call(N("empty"), N("xs")),
        N("nil"),
        call(
            N("cons"),
            call(N("f"), call(N("head"), N("xs"))),
            call(N("map"), N("f"), call(N("tail"), N("xs"))),
        ),
    ),
)
EXPRESSIONS: dict[str, Expr] = {
    "id": IDENTITY,
    "compose": fun("f g x", call(N("f"), call(N("g"), N("x")))),
    "s": fun("x y z", call(N("x"), N("z"), call(N("y"), N("z")))),
    "inc": call(N("+"), Lit(1)),
    "polymorphic": Let("i", IDENTITY, call(N("pair"), call(N("i"), Lit(3)), call(N("i"), Lit(True)))),
    "map": Let("map", MAP, N("map"), True),
    "mapped": Let("map", MAP, call(N("map"), call(N("<"), Lit(0)), N("nil")), True),
    "nested": fun("x", Let("y", fun("z", N("x")), call(N("y"), Lit(1)))),
    "twice": fun("f x", call(N("f"), call(N("f"), N("x")))),
    "shadow": Let("x", Lit(1), Let("x", Lit(False), N("x"))),
    "monomorphic": call(fun("i", call(N("pair"), call(N("i"), Lit(3)), call(N("i"), Lit(True)))), IDENTITY),
    "self": fun("x", call(N("x"), N("x"))),
    "if": If(Lit(1), Lit(2), Lit(3)),
    "branches": If(Lit(True), Lit(2), Lit(False)),
    "unbound": fun("x", N("y")),
    "fst": call(N("fst"), call(N("pair"), N("nil"), Lit(1))),
    "arity": call(N("+"), Lit(1), Lit(2), Lit(3)),
}
for title, expression in EXPRESSIONS.items():
    inference = Inference()
    try:
        print(
            f"{title}: {show(inference.infer(expression, prelude(inference)))} ({inference.count} variables)"
        )
    except UnboundName as error:
        print(f"{title}: {error} {error.args}")
    except InferenceError as error:
        print(f"{title}: error, {error}")
