"""The text of exceptions without frames, against CPython's traceback module."""

from __future__ import annotations

import traceback

import pytest

from mirage.runtime import errors, traceback_text

vars(traceback_text)["repeat_few"] = lambda text, times: text * int(times)  # of texts that are CPython's


def prepared(exc: BaseException) -> BaseException:
    """The exception with the fields of our BaseException, and everything it refers to."""
    if not hasattr(exc, "_traceback"):
        exc._traceback = None  # type: ignore[attr-defined]
        for other in (exc.__cause__, exc.__context__, *getattr(exc, "exceptions", ())):
            if other is not None:
                prepared(other)
    return exc


def caused(exc: BaseException, cause: BaseException | None, context: BaseException | None) -> BaseException:
    exc.__cause__ = cause
    exc.__context__ = context
    exc.__suppress_context__ = cause is not None
    return exc


def noted(exc: BaseException, *notes: str) -> BaseException:
    for note in notes:
        exc.add_note(note)
    return exc


class Broken(Exception):
    def __str__(self) -> str:
        raise ValueError


def ring() -> BaseException:
    a, b = ValueError("a"), KeyError("b")
    a.__context__, b.__context__ = b, a
    return a


EXCEPTIONS = [
    ValueError(),
    ValueError("a", 2),
    KeyError("key"),
    Broken(),
    noted(TypeError("t"), "one", "two\nlines"),
    caused(ValueError("a"), KeyError("b"), None),
    caused(ValueError("a"), None, caused(KeyError("b"), None, TypeError("c"))),
    caused(ValueError("a"), KeyError("b"), TypeError("hidden")),
    ring(),
    ExceptionGroup("g", [ValueError(1), noted(TypeError("t"), "note")]),
    noted(ExceptionGroup("g", [ExceptionGroup("h", [ValueError(1), KeyError(2)]), OSError(3)]), "n"),
    ExceptionGroup("many", [ValueError(i) for i in range(17)]),
    ExceptionGroup("sixteen", [ValueError(i) for i in range(16)]),
    caused(ExceptionGroup("g", [caused(ValueError(1), KeyError(2), None)]), ValueError("before"), None),
]


@pytest.mark.parametrize("exc", EXCEPTIONS, ids=[repr(e)[:40] for e in EXCEPTIONS])
def test_text_is_cpythons(exc: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traceback_text, "_type_name", lambda e: type(e).__name__)
    monkeypatch.setattr(traceback_text, "has_notes", lambda e: hasattr(e, "__notes__"))
    expected = "".join(traceback.format_exception(exc)).replace(f"{__name__}.Broken", "Broken")
    assert traceback_text.format_exception(prepared(exc)) == expected


def test_a_frame_has_its_source_and_carets() -> None:
    text = traceback_text.format_frame("a.py", 3, "f", "return x + 1", "       ~~^~~")
    assert text == '  File "a.py", line 3, in f\n    return x + 1\n           ~~^~~\n'
    assert traceback_text.format_frame("a.py", 3, "f", "", "") == '  File "a.py", line 3, in f\n'


@pytest.mark.parametrize(
    ("method", "message"),
    [
        ("__add__", "unsupported operand type(s) for +: 'int' and 'str'"),
        ("__radd__", "unsupported operand type(s) for +: 'str' and 'int'"),
        ("__iadd__", "unsupported operand type(s) for +=: 'int' and 'str'"),
        ("__pow__", "unsupported operand type(s) for ** or pow(): 'int' and 'str'"),
        ("__lt__", "'<' not supported between instances of 'int' and 'str'"),
    ],
)
def test_operators_name_both_operands(method: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errors, "class_name", lambda value: type(value).__name__)
    with pytest.raises(TypeError) as caught:
        errors.unsupported_operands(method, 1, "")
    assert str(caught.value) == message


def test_chain_breaks_a_ring(monkeypatch: pytest.MonkeyPatch) -> None:
    a, b, c = ValueError("a"), ValueError("b"), ValueError("c")
    b.__context__, c.__context__ = a, b
    monkeypatch.setattr(errors, "stop_sentinel", lambda: None)
    errors.chain(a, c)
    assert a.__context__ is c and c.__context__ is b and b.__context__ is None
