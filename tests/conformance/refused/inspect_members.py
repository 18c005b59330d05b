# expect-refusal: dynamic-namespace
"""What an object has is not listed when a program runs."""

import inspect


class Handler:
    def get(self) -> str:
        return "got"


print([name for name, _ in inspect.getmembers(Handler()) if not name.startswith("_")])
