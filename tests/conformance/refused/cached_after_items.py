# expect-refusal: fields-after-items
"""A cached property has a place in the object; those of a str end in their characters."""

from functools import cached_property


class Word(str):
    @cached_property
    def upper_case(self) -> str:
        return self.upper()


print(Word("abc").upper_case)
