# expect-refusal: conditional-function
"""Two definitions of a function, chosen while the program runs."""

import sys

if len(sys.argv) > 1:

    def greet(name: str) -> str:
        return f"Hello, {name}!"

else:

    def greet(name: str) -> str:
        return f"Good day, {name}."


print(greet("you"))
