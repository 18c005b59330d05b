from ..core import Stage

STAGES: dict[str, Stage] = {}


def stage(function: Stage) -> Stage:
    STAGES[function.__name__] = function
    return function


from . import clean, report  # noqa: E402
