# expect-refusal: dynamic-attribute
"""Hooks of pickle, which copy would call too."""


import copy


class State:
    def __init__(self) -> None:
        self.value = 1

    def __getstate__(self) -> dict[str, int]:
        return {"value": self.value}

    def __setstate__(self, state: dict[str, int]) -> None:
        self.value = state["value"] + 1


print(copy.copy(State()).value)
