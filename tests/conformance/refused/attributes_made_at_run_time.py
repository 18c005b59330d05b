# expect-refusal: dynamic-attribute
"""An attribute that no class declares, given to what nothing says is a function."""

from typing import Any


class Job:
    pass


def label(job: Any, text: str) -> None:
    job.label = text


job = Job()
label(job, "nightly")
print(getattr(job, "label", None))
