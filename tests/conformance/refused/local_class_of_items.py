# expect-refusal: local-class
"""A local class derived from str that uses a variable of its function, which runs more than once."""


def once(text: str) -> None:
    class Suffixed(str):
        def whole(self) -> str:
            return self + text

    print(Suffixed("a").whole())


for suffix in ("b", "c"):
    once(suffix)
