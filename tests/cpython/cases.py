"""What stands before every translated test module (`whole.py`): a test case that notes what held."""

import asyncio as _asyncio
import re as _re
import sys as _sys
from collections.abc import Callable as _Callable
from collections.abc import Iterable as _Iterable
from typing import Any as _Any

_failed = 0


def _note(number: int, holds: object, text: str = "") -> None:
    global _failed
    if not holds:
        _failed += 1
    print("ok" if holds else "FAIL", number, text)


class _Raises:
    """`with self.assertRaises(E) as caught`, with a pattern for `assertRaisesRegex`."""

    exception: _Any

    def __init__(self, number: int, kinds: _Any, pattern: _Any) -> None:
        self.number = number
        self.kinds = kinds
        self.pattern = pattern
        self.exception = None

    def __enter__(self) -> "_Raises":
        return self

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> bool:
        if error is None:
            _note(self.number, False, "nothing raised")
            return True
        if not isinstance(error, self.kinds):
            return False
        self.exception = error.with_traceback(None)
        if self.pattern is None:
            _note(self.number, True)
        else:
            _note(self.number, _re.search(self.pattern, str(error)), f"message: {error}")
        return True


class _SubTest:
    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        pass


class _Site:
    """What `self.site(NUMBER)` gives: whether all held that a helper asserts, called there."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.failed = _failed

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        if error is None:
            _note(self.number, _failed == self.failed, "inside")


class _Assertions:
    """What `self.at(NUMBER)` gives: the assertions of unittest, under a number."""

    def __init__(self, number: int) -> None:
        self.number = number

    def check(self, holds: object, text: str) -> None:
        _note(self.number, holds, "" if holds else text)

    def fail(self, msg: object = None) -> None:
        _note(self.number, False, str(msg))

    def assertEqual(self, first: object, second: object, msg: object = None) -> None:
        self.check(first == second, "unequal")

    def assertNotEqual(self, first: object, second: object, msg: object = None) -> None:
        self.check(first != second, "equal")

    assertEquals = assertEqual
    assertSequenceEqual = assertEqual
    assertListEqual = assertEqual
    assertTupleEqual = assertEqual
    assertSetEqual = assertEqual
    assertDictEqual = assertEqual
    assertMultiLineEqual = assertEqual

    def assertTrue(self, expr: object, msg: object = None) -> None:
        self.check(expr, "not true")

    def assertFalse(self, expr: object, msg: object = None) -> None:
        self.check(not expr, "not false")

    def assertIs(self, expr1: object, expr2: object, msg: object = None) -> None:
        self.check(expr1 is expr2, "not identical")

    def assertIsNot(self, expr1: object, expr2: object, msg: object = None) -> None:
        self.check(expr1 is not expr2, "identical")

    def assertIsNone(self, obj: object, msg: object = None) -> None:
        self.check(obj is None, "not None")

    def assertIsNotNone(self, obj: object, msg: object = None) -> None:
        self.check(obj is not None, "None")

    def assertIn(self, member: _Any, container: _Any, msg: object = None) -> None:
        self.check(member in container, "not in")

    def assertNotIn(self, member: _Any, container: _Any, msg: object = None) -> None:
        self.check(member not in container, "in")

    def assertIsInstance(self, obj: object, cls: _Any, msg: object = None) -> None:
        self.check(isinstance(obj, cls), "no instance")

    def assertNotIsInstance(self, obj: object, cls: _Any, msg: object = None) -> None:
        self.check(not isinstance(obj, cls), "an instance")

    def assertLess(self, a: _Any, b: _Any, msg: object = None) -> None:
        self.check(a < b, "not less")

    def assertLessEqual(self, a: _Any, b: _Any, msg: object = None) -> None:
        self.check(a <= b, "not less or equal")

    def assertGreater(self, a: _Any, b: _Any, msg: object = None) -> None:
        self.check(a > b, "not greater")

    def assertGreaterEqual(self, a: _Any, b: _Any, msg: object = None) -> None:
        self.check(a >= b, "not greater or equal")

    def assertAlmostEqual(
        self, first: _Any, second: _Any, places: int | None = None, msg: object = None, delta: _Any = None
    ) -> None:
        if first == second:
            self.check(True, "")
        elif delta is not None:
            self.check(abs(first - second) <= delta, "not almost equal")
        else:
            self.check(round(abs(first - second), 7 if places is None else places) == 0, "not almost equal")

    def assertNotAlmostEqual(
        self, first: _Any, second: _Any, places: int | None = None, msg: object = None, delta: _Any = None
    ) -> None:
        if delta is not None:
            self.check(abs(first - second) > delta, "almost equal")
        else:
            self.check(round(abs(first - second), 7 if places is None else places) != 0, "almost equal")

    def assertCountEqual(self, first: _Iterable[_Any], second: _Iterable[_Any], msg: object = None) -> None:
        left, right = list(first), list(second)
        for item in left:
            if item in right:
                right.remove(item)
            else:
                self.check(False, "not the same items")
                return
        self.check(not right, "not the same items")

    def assertRegex(self, text: _Any, expected_regex: _Any, msg: object = None) -> None:
        self.check(_re.search(expected_regex, text), f"no match: {text!r}")

    def assertNotRegex(self, text: _Any, unexpected_regex: _Any, msg: object = None) -> None:
        self.check(not _re.search(unexpected_regex, text), "match")

    def assertRaises(self, *args: _Any, **kwargs: _Any) -> _Any:
        return self.raises(args[0], None, args[1:], kwargs)

    def assertRaisesRegex(self, *args: _Any, **kwargs: _Any) -> _Any:
        return self.raises(args[0], args[1], args[2:], kwargs)

    def raises(self, kinds: _Any, pattern: _Any, rest: _Any, kwargs: _Any) -> _Any:
        context = _Raises(self.number, kinds, pattern)
        if not rest:
            return context
        with context:
            rest[0](*rest[1:], **kwargs)
        return None


class TestCase:
    maxDiff: int | None = None
    failureException = AssertionError

    _cleanups: list[_Any] | None = None  # cases with an `__init__` of their own do not call ours

    def at(self, number: int) -> _Assertions:
        return _Assertions(number)

    def site(self, number: int) -> _Site:
        return _Site(number)

    def setUp(self) -> _Any:
        pass

    def tearDown(self) -> _Any:
        pass

    def id(self) -> str:
        return "test"

    def addCleanup(self, function: _Callable[..., object], *args: _Any) -> None:
        if self._cleanups is None:
            self._cleanups = []
        self._cleanups.append((function, args))

    def doCleanups(self) -> None:
        while self._cleanups:
            function, args = self._cleanups.pop()
            function(*args)

    def subTest(self, msg: object = None, **values: object) -> _SubTest:
        return _SubTest()

    def run(self, method: _Callable[[], object]) -> None:
        self.setUp()
        try:
            method()
        finally:
            self.tearDown()
            self.doCleanups()


class IsolatedAsyncioTestCase(TestCase):
    async def asyncSetUp(self) -> _Any:
        pass

    async def asyncTearDown(self) -> _Any:
        pass

    async def _run(self, method: _Callable[[], _Any]) -> None:
        await self.asyncSetUp()
        try:
            await method()
        finally:
            await self.asyncTearDown()

    def run_coroutine(self, method: _Callable[[], _Any]) -> None:
        self.setUp()
        try:
            _asyncio.run(self._run(method))
        finally:
            self.tearDown()
            self.doCleanups()


def _run_all(cases: list[tuple[int, _Callable[[], None]]]) -> None:
    for place, case in cases:
        if place < int(_sys.argv[1]):
            continue
        print("case", place, flush=True)
        try:
            case()
        except Exception as error:
            print("ERROR", place, type(error).__name__, error)


_END_OF_PRELUDE = True
