"""JSON (RFC 8259) to and from Python values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, cast, overload

from _typeshed import SupportsRead, SupportsWrite

from .decoder import JSONDecodeError as JSONDecodeError, JSONDecoder as JSONDecoder
from .encoder import JSONEncoder as JSONEncoder

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]


def dumps(
    obj: Any,
    *,
    skipkeys: bool = False,
    ensure_ascii: bool = True,
    check_circular: bool = True,
    allow_nan: bool = True,
    cls: type[JSONEncoder] | None = None,
    indent: None | int | str = None,
    separators: tuple[str, str] | None = None,
    default: Callable[[Any], Any] | None = None,
    sort_keys: bool = False,
) -> str:
    """The JSON text of a value."""
    if cls is None:
        encoder = JSONEncoder(
            skipkeys=skipkeys,
            ensure_ascii=ensure_ascii,
            check_circular=check_circular,
            allow_nan=allow_nan,
            sort_keys=sort_keys,
            indent=indent,
            separators=separators,
            default=default,
        )
    else:
        encoder = cls(
            skipkeys=skipkeys,
            ensure_ascii=ensure_ascii,
            check_circular=check_circular,
            allow_nan=allow_nan,
            sort_keys=sort_keys,
            indent=indent,
            separators=separators,
            default=default,
        )
    return encoder.encode(obj)


def dump(
    obj: Any,
    fp: SupportsWrite[str],
    *,
    skipkeys: bool = False,
    ensure_ascii: bool = True,
    check_circular: bool = True,
    allow_nan: bool = True,
    cls: type[JSONEncoder] | None = None,
    indent: None | int | str = None,
    separators: tuple[str, str] | None = None,
    default: Callable[[Any], Any] | None = None,
    sort_keys: bool = False,
) -> None:
    """Write the JSON text of a value to a file-like object."""
    fp.write(
        dumps(
            obj,
            skipkeys=skipkeys,
            ensure_ascii=ensure_ascii,
            check_circular=check_circular,
            allow_nan=allow_nan,
            cls=cls,
            indent=indent,
            separators=separators,
            default=default,
            sort_keys=sort_keys,
        )
    )


def _text(s: str | bytes | bytearray) -> str:
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
        return s
    data = bytes(s)
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    elif len(data) >= 2 and (data[0] == 0 or data[1] == 0 or data[0] >= 0xFE and data[1] >= 0xFE):
        return data.decode(_wide_encoding(data), "surrogatepass")
    return data.decode("utf-8", "surrogatepass")


def _wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32, by the byte order mark or by where the zeros are (RFC 4627, 3)."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if len(data) >= 4:
        if data[0] == 0:
            return "utf-16-be" if data[1] != 0 else "utf-32-be"
        return "utf-16-le" if data[2] != 0 or data[3] != 0 else "utf-32-le"
    if len(data) == 2:
        return "utf-16-be" if data[0] == 0 else "utf-16-le"
    return "utf-8"


@overload
def loads(
    s: str | bytes | bytearray,
    *,
    cls: None = None,
    object_hook: Callable[[dict[Any, Any]], Any] | None = None,
    parse_float: Callable[[str], Any] | None = None,
    parse_int: Callable[[str], Any] | None = None,
    parse_constant: Callable[[str], Any] | None = None,
    object_pairs_hook: Callable[[list[tuple[Any, Any]]], Any] | None = None,
) -> Any:
    decoder = JSONDecoder(
        object_hook=object_hook,
        parse_float=parse_float,
        parse_int=parse_int,
        parse_constant=parse_constant,
        object_pairs_hook=object_pairs_hook,
    )
    return decoder.decode(_text(s))


@overload
def loads(
    s: str | bytes | bytearray,
    *,
    cls: type[JSONDecoder] | None = None,
    object_hook: Callable[[dict[Any, Any]], Any] | None = None,
    parse_float: Callable[[str], Any] | None = None,
    parse_int: Callable[[str], Any] | None = None,
    parse_constant: Callable[[str], Any] | None = None,
    object_pairs_hook: Callable[[list[tuple[Any, Any]]], Any] | None = None,
    **kwds: Any,
) -> Any: ...
def loads(
    s: str | bytes | bytearray,
    *,
    cls: type[JSONDecoder] | None = None,
    object_hook: Callable[[dict[Any, Any]], Any] | None = None,
    parse_float: Callable[[str], Any] | None = None,
    parse_int: Callable[[str], Any] | None = None,
    parse_constant: Callable[[str], Any] | None = None,
    object_pairs_hook: Callable[[list[tuple[Any, Any]]], Any] | None = None,
    **kwds: Any,
) -> Any:
    """The value of a JSON document; bytes are UTF-8, UTF-16 or UTF-32."""
    text = _text(s)
    if object_hook is not None:
        kwds["object_hook"] = object_hook
    if object_pairs_hook is not None:
        kwds["object_pairs_hook"] = object_pairs_hook
    if parse_float is not None:
        kwds["parse_float"] = parse_float
    if parse_int is not None:
        kwds["parse_int"] = parse_int
    if parse_constant is not None:
        kwds["parse_constant"] = parse_constant
    if cls is None:
        return JSONDecoder(**kwds).decode(text)
    return cls(**kwds).decode(text)


@overload
def load(
    fp: SupportsRead[str | bytes],
    *,
    cls: None = None,
    object_hook: Callable[[dict[Any, Any]], Any] | None = None,
    parse_float: Callable[[str], Any] | None = None,
    parse_int: Callable[[str], Any] | None = None,
    parse_constant: Callable[[str], Any] | None = None,
    object_pairs_hook: Callable[[list[tuple[Any, Any]]], Any] | None = None,
) -> Any:
    return loads(
        fp.read(),
        object_hook=object_hook,
        parse_float=parse_float,
        parse_int=parse_int,
        parse_constant=parse_constant,
        object_pairs_hook=object_pairs_hook,
    )


@overload
def load(
    fp: SupportsRead[str | bytes],
    *,
    cls: type[JSONDecoder] | None = None,
    object_hook: Callable[[dict[Any, Any]], Any] | None = None,
    parse_float: Callable[[str], Any] | None = None,
    parse_int: Callable[[str], Any] | None = None,
    parse_constant: Callable[[str], Any] | None = None,
    object_pairs_hook: Callable[[list[tuple[Any, Any]]], Any] | None = None,
    **kwds: Any,
) -> Any: ...
def load(
    fp: SupportsRead[str | bytes],
    *,
    cls: type[JSONDecoder] | None = None,
    object_hook: Callable[[dict[Any, Any]], Any] | None = None,
    parse_float: Callable[[str], Any] | None = None,
    parse_int: Callable[[str], Any] | None = None,
    parse_constant: Callable[[str], Any] | None = None,
    object_pairs_hook: Callable[[list[tuple[Any, Any]]], Any] | None = None,
    **kwds: Any,
) -> Any:
    """The value of the JSON document in a file-like object."""
    return loads(
        fp.read(),
        cls=cls,
        object_hook=object_hook,
        parse_float=parse_float,
        parse_int=parse_int,
        parse_constant=parse_constant,
        object_pairs_hook=object_pairs_hook,
        **kwds,
    )


def detect_encoding(
    b: bytes | bytearray,
) -> Literal["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be", "utf-32-le"]:
    """The encoding of a document, by its first bytes."""
    data = bytes(b)
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    wide = len(data) >= 2 and (data[0] == 0 or data[1] == 0 or data[0] >= 0xFE and data[1] >= 0xFE)
    return cast(Any, _wide_encoding(data)) if wide else "utf-8"  # type: ignore[no-any-return]
