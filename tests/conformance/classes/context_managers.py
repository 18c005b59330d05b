"""with: order of entry and exit, exceptions passed and swallowed."""

from types import TracebackType


class Resource:
    def __init__(self, name: str, swallow: bool = False) -> None:
        self.name = name
        self.swallow = swallow

    def __enter__(self) -> "Resource":
        print("enter", self.name)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        print("exit", self.name, kind.__name__ if kind else None, error)
        return self.swallow


with Resource("a") as a, Resource("b") as b:
    print("body", a.name, b.name)
with Resource("quiet", swallow=True):
    raise ValueError("hidden")
try:
    with Resource("outer"):
        with Resource("inner"):
            raise KeyError("seen")
except KeyError as error:
    print("caught", error)


def leave(how: str) -> str:
    for i in range(3):
        with Resource(f"{how}{i}"):
            if how == "return":
                return "returned"
            if how == "break":
                break
            if how == "continue":
                continue
    return "end"


for how in ("return", "break", "continue"):
    print(leave(how))
