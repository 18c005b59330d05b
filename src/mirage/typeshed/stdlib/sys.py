"""The program's arguments, its standard streams, and facts about the interpreter it appears to run in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import TextIOBase as _TextIOBase
from types import TracebackType
from typing import (
    _SINCE_3_12,
    Any,
    BinaryIO,
    ClassVar as _ClassVar,
    Final,
    Literal,
    NoReturn,
    TextIO,
    TypeAlias,
    overload,
)

from mirage.lowlevel import current_exception as _current_exception, i64 as _i64
from mirage.runtime import bigint as _bigint, bigint_large as _bigint_large, bigint_text as _bigint_text
from mirage.runtime import console as _console
from mirage.targets import current as _machine

_ExcInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]
)

_ExitCode: TypeAlias = str | int | None  # of any kind, it would need the text of every class in most images


class _VersionInfo(tuple[int, int, int, Literal["alpha", "beta", "candidate", "final"], int]):
    """`sys.version_info`."""

    def __new__(cls) -> _VersionInfo:
        if _SINCE_3_12:
            return super().__new__(cls, (3, 12, 0, "final", 0))  # type: ignore[return-value]
        return super().__new__(cls, (3, 11, 7, "final", 0))  # type: ignore[return-value]

    @property
    def major(self) -> int:
        return self[0]

    @property
    def minor(self) -> int:
        return self[1]

    @property
    def micro(self) -> int:
        return self[2]

    @property
    def releaselevel(self) -> Literal["alpha", "beta", "candidate", "final"]:
        return self[3]

    @property
    def serial(self) -> int:
        return self[4]

    def __repr__(self) -> str:
        return (
            f"sys.version_info(major={self[0]}, minor={self[1]}, micro={self[2]}, "
            f"releaselevel={self[3]!r}, serial={self[4]})"
        )


_RECURSION_LIMIT: Final = 1000

platform: Final = "linux"
byteorder: Final[Literal["little", "big"]] = "little"
maxsize: Final = 9223372036854775807
maxunicode: Final = 1114111
version_info: Final = _VersionInfo()
version: Final = "3.12.0 (Mirage)" if _SINCE_3_12 else "3.11.7 (Mirage)"
hexversion: Final = 0x030C00F0 if _SINCE_3_12 else 0x030B07F0
copyright: Final = "Copyright (c) the Mirage for Python authors."
executable: Final = ""
abiflags: Final = ""
api_version: Final = 1013
platlibdir: Final = "lib"
float_repr_style: Final[Literal["short", "legacy"]] = "short"
dont_write_bytecode: bool = False
warnoptions: list[str] = []

argv: list[str] = _machine.arguments()
orig_argv: list[str] = _machine.arguments()


class _Implementation:
    """`sys.implementation`."""

    name: str = "mirage"
    cache_tag: str | None = None
    hexversion: int = hexversion
    version: _VersionInfo = version_info


implementation: Final = _Implementation()


class _FloatInfo:
    """`sys.float_info`: IEEE 754 binary64."""

    max: float = 1.7976931348623157e308
    max_exp: int = 1024
    max_10_exp: int = 308
    min: float = 2.2250738585072014e-308
    min_exp: int = -1021
    min_10_exp: int = -307
    dig: int = 15
    mant_dig: int = 53
    epsilon: float = 2.220446049250313e-16
    radix: int = 2
    rounds: int = 1


float_info: Final = _FloatInfo()


class _IntInfo:
    """`sys.int_info`: CPython's numbers, for programs that print them."""

    bits_per_digit: int = 30
    sizeof_digit: int = 4
    default_max_str_digits: int = 4300
    str_digits_check_threshold: int = 640

    def __repr__(self) -> str:
        return (
            f"sys.int_info(bits_per_digit={self.bits_per_digit}, sizeof_digit={self.sizeof_digit}, "
            f"default_max_str_digits={self.default_max_str_digits}, "
            f"str_digits_check_threshold={self.str_digits_check_threshold})"
        )


int_info: Final = _IntInfo()


class _HashInfo:
    """`sys.hash_info`: numbers have CPython's hashes."""

    width: int = 64
    modulus: int = 2305843009213693951
    inf: int = 314159
    nan: int = 0
    imag: int = 1000003
    algorithm: str = "siphash13"
    hash_bits: int = 64
    seed_bits: int = 128
    cutoff: int = 0


hash_info: Final = _HashInfo()


class _Flags:
    """`sys.flags`: what CPython has without options."""

    debug: int = 0
    inspect: int = 0
    interactive: int = 0
    optimize: int = 0
    dont_write_bytecode: int = 0
    no_user_site: int = 0
    no_site: int = 0
    ignore_environment: int = 0
    verbose: int = 0
    bytes_warning: int = 0
    quiet: int = 0
    hash_randomization: int = 1
    isolated: int = 0
    dev_mode: bool = False
    utf8_mode: int = 0
    warn_default_encoding: int = 0
    safe_path: bool = False
    int_max_str_digits: int = -1


flags: Final = _Flags()


class _OutputBytes(BinaryIO):
    """The bytes below `sys.stdout` or `sys.stderr`."""

    _keeps: _ClassVar[bool] = _console.keep_text()
    _error: bool

    def __init__(self, error: bool) -> None:
        self._error = error

    @property
    def name(self) -> str:
        return "<stderr>" if self._error else "<stdout>"

    @property
    def closed(self) -> bool:
        return False

    def close(self) -> None:
        _console.flush_out()

    def fileno(self) -> int:
        return 2 if self._error else 1

    def flush(self) -> None:
        if self._keeps and not self._error:
            _console.flush_bytes()

    def isatty(self) -> bool:
        return False

    def read(self, n: int = -1, /) -> bytes:
        raise OSError("read")

    def readable(self) -> bool:
        return False

    def readline(self, limit: int = -1, /) -> bytes:
        raise OSError("readline")

    def readlines(self, hint: int = -1, /) -> list[bytes]:
        raise OSError("readlines")

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise OSError("File or stream is not seekable.")

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError("File or stream is not seekable.")

    def truncate(self, size: int | None = None, /) -> int:
        raise OSError("File or stream is not seekable.")

    def writable(self) -> bool:
        return True

    def write(self, s: bytes, /) -> int:
        if self._error:
            _console.write_err(s.decode("utf-8", "backslashreplace"))
        else:
            _console.write_bytes(s)
        return len(s)

    def writelines(self, lines: Iterable[bytes], /) -> None:
        for line in lines:
            self.write(line)

    def __next__(self) -> bytes:
        raise OSError("readline")

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __enter__(self) -> _OutputBytes:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None, /
    ) -> None:
        _console.flush_out()


class _InputBytes(BinaryIO):
    """The bytes below `sys.stdin`."""

    @property
    def name(self) -> str:
        return "<stdin>"

    @property
    def closed(self) -> bool:
        return False

    def close(self) -> None:
        pass

    def fileno(self) -> int:
        return 0

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return False

    def read(self, n: int = -1, /) -> bytes:
        return _console.read_bytes(n)

    def readable(self) -> bool:
        return True

    def readline(self, limit: int = -1, /) -> bytes:
        line = _console.read_bytes_line()
        if 0 <= limit < len(line):
            _console.unread_bytes(line[limit:])
            line = line[:limit]
        return line

    def readlines(self, hint: int = -1, /) -> list[bytes]:
        lines: list[bytes] = []
        total = 0
        while hint <= 0 or total < hint:
            line = _console.read_bytes_line()
            if not line:
                break
            lines.append(line)
            total += len(line)
        return lines

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise OSError(29, "Illegal seek")

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError(29, "Illegal seek")

    def truncate(self, size: int | None = None, /) -> int:
        raise OSError("truncate")

    def writable(self) -> bool:
        return False

    def write(self, s: bytes, /) -> int:
        raise OSError("write")

    def writelines(self, lines: Iterable[bytes], /) -> None:
        raise OSError("write")

    def __next__(self) -> bytes:
        line = _console.read_bytes_line()
        if not line:
            raise StopIteration
        return line

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __enter__(self) -> _InputBytes:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None, /
    ) -> None:
        pass


class _Output(_TextIOBase, TextIO):  # type: ignore[misc]
    """Standard output (buffered) or standard error (not buffered)."""

    _error: bool

    def __init__(self, error: bool) -> None:
        self._error = error

    def __repr__(self) -> str:
        return f"<_io.TextIOWrapper name='{self.name}' mode='w' encoding='utf-8'>"

    @property
    def name(self) -> str:
        return "<stderr>" if self._error else "<stdout>"

    @property
    def closed(self) -> bool:
        return False

    @property
    def encoding(self) -> str:
        return "utf-8"

    @property
    def errors(self) -> str | None:
        return "backslashreplace" if self._error else "strict"

    @property
    def buffer(self) -> BinaryIO:
        return _OutputBytes(self._error)

    def close(self) -> None:
        _console.flush_out()

    def fileno(self) -> int:
        return 2 if self._error else 1

    def flush(self) -> None:
        _console.flush_out()

    def isatty(self) -> bool:
        return False

    def read(self, n: int = -1, /) -> str:  # type: ignore[override]
        raise OSError("not readable")

    def readable(self) -> bool:
        return False

    def readline(self, limit: int = -1, /) -> str:  # type: ignore[override]
        raise OSError("not readable")

    def readlines(self, hint: int = -1, /) -> list[str]:  # type: ignore[override]
        raise OSError("not readable")

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise OSError("underlying stream is not seekable")

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError("underlying stream is not seekable")

    def truncate(self, size: int | None = None, /) -> int:
        raise OSError("underlying stream is not seekable")

    def writable(self) -> bool:
        return True

    def write(self, s: str, /) -> int:
        if self._error:
            _console.write_err(s)
        else:
            _console.write_out(s)
        return len(s)

    def writelines(self, lines: Iterable[str], /) -> None:  # type: ignore[override]
        for line in lines:
            self.write(line)

    def __next__(self) -> str:  # type: ignore[override]
        raise OSError("not readable")

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]
        return self

    def __enter__(self) -> _Output:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None, /
    ) -> None:
        _console.flush_out()


class _Input(_TextIOBase, TextIO):  # type: ignore[misc]
    """Standard input, by lines."""

    def __repr__(self) -> str:
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"

    @property
    def name(self) -> str:
        return "<stdin>"

    @property
    def closed(self) -> bool:
        return False

    @property
    def encoding(self) -> str:
        return "utf-8"

    @property
    def errors(self) -> str | None:
        return "strict"

    @property
    def buffer(self) -> BinaryIO:
        return _InputBytes()

    def close(self) -> None:
        pass

    def fileno(self) -> int:
        return 0

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return False

    def read(self, n: int = -1, /) -> str:  # type: ignore[override]
        parts: list[str] = []
        while n != 0:
            line = _console.read_text_line()
            if not line:
                break
            if 0 < n < len(line):
                _console.unread_text(line[n:])
                line = line[:n]
            if n > 0:
                n -= len(line)
            parts.append(line)
        return "".join(parts)

    def readable(self) -> bool:
        return True

    def readline(self, limit: int = -1, /) -> str:  # type: ignore[override]
        line = _console.read_text_line()
        if 0 <= limit < len(line):
            _console.unread_text(line[limit:])
            line = line[:limit]
        return line

    def readlines(self, hint: int = -1, /) -> list[str]:  # type: ignore[override]
        lines: list[str] = []
        total = 0
        while hint <= 0 or total < hint:
            line = _console.read_text_line()
            if not line:
                break
            lines.append(line)
            total += len(line)
        return lines

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise OSError("underlying stream is not seekable")

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError("underlying stream is not seekable")

    def truncate(self, size: int | None = None, /) -> int:
        raise OSError("not writable")

    def writable(self) -> bool:
        return False

    def write(self, s: str, /) -> int:
        raise OSError("not writable")

    def writelines(self, lines: Iterable[str], /) -> None:  # type: ignore[override]
        raise OSError("not writable")

    def __next__(self) -> str:  # type: ignore[override]
        line = _console.read_text_line()
        if not line:
            raise StopIteration
        return line

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]
        return self

    def __enter__(self) -> _Input:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None, /
    ) -> None:
        pass


stdin: TextIO = _Input()
stdout: TextIO = _Output(False)
stderr: TextIO = _Output(True)
__stdin__: Final[TextIO | None] = stdin
__stdout__: Final[TextIO | None] = stdout
__stderr__: Final[TextIO | None] = stderr


class _Redirect(_console.Redirect):
    """Gives `print` the present `sys.stdout`."""

    def write(self, text: str) -> None:
        stdout.write(text)

    def flush(self) -> None:
        stdout.flush()


def _stdout_changed() -> None:
    """The compiler calls this after every assignment to `sys.stdout`."""
    _console.redirected = None if stdout is __stdout__ else _Redirect()


def exception() -> BaseException | None:
    """The exception that is being handled."""
    return _current_exception()


def exc_info() -> _ExcInfo:
    """Its class, itself and its traceback; three times None for none."""
    current = _current_exception()
    if current is None:
        return (None, None, None)
    return (type(current), current, current.__traceback__)  # type: ignore[return-value]


@overload
def exit(status: _ExitCode = None, /) -> NoReturn:
    """End the program: None is 0, an int the exit code, a str goes to stderr with code 1."""
    if status is None:
        raise SystemExit
    raise SystemExit(status)


@overload
def exit(status: tuple[object, ...], /) -> NoReturn:
    raise SystemExit(*status)


def exit(status: Any = None, /) -> NoReturn:
    """What is not known to be text or number: the arguments of the exception, or it itself."""
    if status is None:
        raise SystemExit
    if isinstance(status, tuple):
        raise SystemExit(*status)
    if isinstance(status, SystemExit):
        raise status
    raise SystemExit(status)


def getrecursionlimit() -> int:
    return _RECURSION_LIMIT


def setrecursionlimit(limit: int, /) -> None:
    """Checked but without effect: the depth is bounded by the stack's size."""
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")


def get_int_max_str_digits() -> int:
    return _bigint_text.max_str_digits()


def set_int_max_str_digits(maxdigits: int) -> None:
    """The most decimal digits int and str convert; 0 removes the limit."""
    if maxdigits != 0 and maxdigits < int_info.str_digits_check_threshold:
        raise ValueError("maxdigits must be 0 or larger than 640")
    _bigint.use_large(_bigint_large.Fast())
    _bigint_text.set_max_str_digits(_i64(maxdigits))


def getdefaultencoding() -> str:
    return "utf-8"


def getfilesystemencoding() -> str:
    return "utf-8"


_interned: dict[str, str] = {}


def intern(string: str, /) -> str:
    """The one text that stands for all that are equal."""
    if type(string) is not str:
        raise TypeError(f"can't intern {type(string).__name__}")
    return _interned.setdefault(string, string)


def is_finalizing() -> bool:
    return False


def audit(event: str, /, *args: Any) -> None:
    """There are no audit hooks."""


def getfilesystemencodeerrors() -> str:
    return "surrogateescape"


_switch_interval: float = 0.005


def getswitchinterval() -> float:
    return _switch_interval


def setswitchinterval(interval: float, /) -> None:
    """Only noted: there is one thread."""
    global _switch_interval
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")
    _switch_interval = interval


_origin_depth: int = 0


def get_coroutine_origin_tracking_depth() -> int:
    return _origin_depth


def set_coroutine_origin_tracking_depth(depth: int) -> None:
    """Only noted: coroutines do not know where they were made."""
    global _origin_depth
    if depth < 0:
        raise ValueError("depth must be >= 0")
    _origin_depth = depth
