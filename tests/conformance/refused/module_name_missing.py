# expect-refusal: dynamic-attribute
"""A name that CPython's module has and ours has not."""

import inspect

if hasattr(inspect, "getmembers"):
    print("members")
