# expect-refusal: dynamic-code
"""The functions that are running: only exceptions tell where they came from."""

import traceback


def where() -> str:
    return traceback.extract_stack()[-2].name


def caller() -> None:
    print(where())


caller()
