"""str and repr of exceptions with no, one and several arguments."""

errors: list[BaseException] = [
    ValueError(), ValueError("one"), ValueError("one", 2), ValueError(3), KeyError("k"), KeyError("a", "b"),
    KeyError(), IndexError(None), OSError(2, "No such file"), OSError("plain"), StopIteration(5), SystemExit(2),
    RuntimeError("it's"), AssertionError([1, 2]), TypeError(("a", 1)), Exception("é"),
]
for error in errors:
    print(type(error).__name__, "|", str(error), "|", repr(error), "|", error.args)
os_error = OSError(2, "No such file")
print(os_error.errno, os_error.strerror, isinstance(os_error, FileNotFoundError), isinstance(IndexError(), LookupError))
print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), issubclass(SystemExit, Exception))
for odd in (OSError("host", "gone"), OSError("disk", "full", "a.txt"), OSError(2.0, 5), ConnectionError("a", None)):
    print(type(odd).__name__, odd.errno, odd.strerror, odd.filename, "|", odd, "|", odd.args)
code = OSError(13, "denied").errno
print(code + 1 if code is not None else code, OSError("x", "y").errno == "x", OSError(17, "there").strerror.upper())
