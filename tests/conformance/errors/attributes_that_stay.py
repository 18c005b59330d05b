from typing import Any


def attempt(function: Any, *arguments: Any) -> None:
    try:
        function(*arguments)
    except Exception as error:
        print(type(error).__name__, error)


error = ValueError("v")
for step in range(6):
    try:
        if step == 0:
            del error.__cause__
        elif step == 1:
            del error.__context__
        elif step == 2:
            del error.args
        elif step == 3:
            del error.__traceback__
        elif step == 4:
            del error.__suppress_context__
        else:
            del error.__notes__
    except (TypeError, AttributeError) as caught:
        print(type(caught).__name__, caught)
attempt(delattr, Exception(), "__cause__")
attempt(delattr, Exception(), "__context__")
attempt(delattr, Exception(), "__traceback__")
error.add_note("one")
print(error.__notes__)
del error.__notes__
print(hasattr(error, "__notes__"), error.__cause__, error.__context__, error.args)
error.__notes__ = ["other"]
print(error.__notes__)
try:
    try:
        raise KeyError("k")
    except KeyError as inner:
        raise error from inner
except ValueError as outer:
    print(repr(outer.__cause__), repr(outer.__context__), outer.__notes__)
