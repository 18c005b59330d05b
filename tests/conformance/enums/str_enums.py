"""StrEnum and (str, Enum): members are strs."""

from enum import Enum, StrEnum, auto
from typing import Any


class Kind(StrEnum):
    ALPHA = "alpha"
    BETA = auto()
    GAMMA = "g" + "amma"

    def shout(self) -> str:
        return self.upper() + "!"


class Tag(str, Enum):
    B = "b"
    I = "i"


def size(text: str) -> int:
    return len(text)


k = Kind.ALPHA
print(k, repr(k), str(k), f"{k}", f"{k:>8}|", f"{k!r}", "%s" % k, k + "x", "x" + k, k.upper(), k.shout(), len(k), k[0], "lph" in k)
print(k == "alpha", "alpha" == k, k != "x", k in ("alpha", "b"), {"alpha": 1}[k], {Kind.BETA: 2}[Kind("beta")], hash(k) == hash("alpha"))
print(Kind("beta"), repr(Kind("beta")), Kind["GAMMA"], list(Kind), [x.value for x in Kind], [x.name for x in Kind], Kind.BETA is Kind("beta"))
print(sorted(Kind, reverse=True), max(Kind), ",".join(Kind), size(k), isinstance(k, str), k.replace("a", "o"), k.split("p"), k < "b", Kind.BETA > k)
try:
    Kind("nope")
except ValueError as error:
    print(error)
text: str = Kind.BETA
print(text, repr(text), text.title(), type(text).__name__, isinstance(text, Kind), str(text) == "beta", repr(str(text)))
texts: list[str] = [Kind.ALPHA, "plain"]
print(texts, "-".join(texts), [t.upper() for t in texts], sorted(texts), texts.index("alpha"))
print(Tag.B, repr(Tag.B), f"{Tag.B}", Tag.B + "!", Tag.B == "b", Tag("i"), Tag.I.value, Tag.I.name, Tag.B.upper(), [Tag.B], "<" + Tag.B + ">", ",".join(Tag))
anything: list[Any] = [k, "alpha", Tag.B, 3]
for value in anything:
    print(value, repr(value), isinstance(value, str), isinstance(value, Enum), value == "alpha")


def route(name: str) -> str:
    match name:
        case Kind.ALPHA:
            return "first"
        case "beta":
            return "second"
        case _:
            return "none"


print(route("alpha"), route(Kind.BETA), route(Tag.B))
