# expect-refusal: patching
"""A function of a module is replaced, as tests do it."""

import json


def shout(value: object, **options: object) -> str:
    return str(value).upper()


json.dumps = shout  # type: ignore[assignment]
print(json.dumps({"a": 1}))
