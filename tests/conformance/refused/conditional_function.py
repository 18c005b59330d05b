# expect-refusal: conditional-function
"""Two definitions of a decorated function, chosen while the program runs."""

import sys
from functools import cache

if len(sys.argv) > 1:

    @cache
    def greet(name: str) -> str:
        return f"Hello, {name}!"

else:

    @cache
    def greet(name: str) -> str:
        return f"Good day, {name}."


print(greet("you"))
