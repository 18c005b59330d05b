# expect-refusal: finalizer
"""Nothing says when an object dies."""


class Handle:
    def __del__(self) -> None:
        print("closed")


handle = Handle()
del handle
