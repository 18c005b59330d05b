"""Arguments of an exception that come through `*rest`, in the only exception of the program."""

class E(Exception):
    def __init__(self, code: int, *rest: object) -> None:
        super().__init__(code, *rest)
raise E(3, {"a": 1})
