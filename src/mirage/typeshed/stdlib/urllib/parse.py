"""Parts of URLs, and percent encoding (RFC 3986, 1808, WHATWG where CPython follows it)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, AnyStr, Final, NamedTuple, overload

__all__ = [
    "DefragResult", "DefragResultBytes", "ParseResult", "ParseResultBytes", "SplitResult",
    "SplitResultBytes", "parse_qs", "parse_qsl", "quote", "quote_from_bytes", "quote_plus", "unquote",
    "unquote_plus", "unquote_to_bytes", "urldefrag", "urlencode", "urljoin", "urlparse", "urlsplit",
    "urlunparse", "urlunsplit",
]  # fmt: skip

uses_relative: Final = [
    "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero",
    "rtsp", "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss",
]  # fmt: skip
uses_netloc: Final = [
    "", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp",
    "snews", "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git",
    "git+ssh", "ws", "wss",
]  # fmt: skip
uses_params: Final = [
    "", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip",
    "sips", "mms", "sftp", "tel",
]  # fmt: skip
scheme_chars: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."

_SPACE_AND_CONTROL: Final = (
    "\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b"
    "\x1c\x1d\x1e\x1f "
)
# Characters whose compatibility decomposition holds one of /?#@:
_DISGUISED: Final = (
    "\u2047\u2048\u2049\u2100\u2101\u2105\u2106\u2a74\ufe13\ufe16\ufe55\ufe56\ufe5f\ufe6b\uff03\uff0f\uff1a\uff1f"
    "\uff20"
)
_HEX: Final = "0123456789abcdefABCDEF"
_UNRESERVED: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"


# --- the parts of a network location -----------------------------------------------------------


def _user_info(netloc: str) -> tuple[str | None, str | None]:
    user, at, _ = netloc.rpartition("@")
    if not at:
        return None, None
    name, colon, password = user.partition(":")
    return name, password if colon else None


def _host_info(netloc: str) -> tuple[str, str]:
    _, _, host = netloc.rpartition("@")
    _, bracket, inside = host.partition("[")
    if bracket:
        name, _, rest = inside.partition("]")
        _, _, port = rest.partition(":")
    else:
        name, _, port = host.partition(":")
    return name, port


def _host_name(netloc: str) -> str | None:
    host, _ = _host_info(netloc)
    if not host:
        return None
    name, percent, zone = host.partition("%")
    return name.lower() + percent + zone


def _port(netloc: str) -> int | None:
    _, port = _host_info(netloc)
    if not port:
        return None
    if not (port.isdigit() and port.isascii()):
        raise ValueError(f"Port could not be cast to integer value as {port!r}")
    number = int(port)
    if number > 65535:
        raise ValueError("Port out of range 0-65535")
    return number


def _as_bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode("ascii")


# --- results -----------------------------------------------------------------------------------


class DefragResult(NamedTuple):
    url: str
    fragment: str

    def geturl(self) -> str:
        return self.url + "#" + self.fragment if self.fragment else self.url

    def encode(self, encoding: str = "ascii", errors: str = "strict") -> DefragResultBytes:
        return DefragResultBytes(self.url.encode(encoding, errors), self.fragment.encode(encoding, errors))


class SplitResult(NamedTuple):
    scheme: str
    netloc: str
    path: str
    query: str
    fragment: str

    @property
    def username(self) -> str | None:
        return _user_info(self.netloc)[0]

    @property
    def password(self) -> str | None:
        return _user_info(self.netloc)[1]

    @property
    def hostname(self) -> str | None:
        return _host_name(self.netloc)

    @property
    def port(self) -> int | None:
        return _port(self.netloc)

    def geturl(self) -> str:
        return _unsplit(self.scheme, self.netloc, self.path, self.query, self.fragment)

    def encode(self, encoding: str = "ascii", errors: str = "strict") -> SplitResultBytes:
        return SplitResultBytes(
            self.scheme.encode(encoding, errors),
            self.netloc.encode(encoding, errors),
            self.path.encode(encoding, errors),
            self.query.encode(encoding, errors),
            self.fragment.encode(encoding, errors),
        )


class ParseResult(NamedTuple):
    scheme: str
    netloc: str
    path: str
    params: str
    query: str
    fragment: str

    @property
    def username(self) -> str | None:
        return _user_info(self.netloc)[0]

    @property
    def password(self) -> str | None:
        return _user_info(self.netloc)[1]

    @property
    def hostname(self) -> str | None:
        return _host_name(self.netloc)

    @property
    def port(self) -> int | None:
        return _port(self.netloc)

    def geturl(self) -> str:
        return _unparse(self.scheme, self.netloc, self.path, self.params, self.query, self.fragment)

    def encode(self, encoding: str = "ascii", errors: str = "strict") -> ParseResultBytes:
        return ParseResultBytes(
            self.scheme.encode(encoding, errors),
            self.netloc.encode(encoding, errors),
            self.path.encode(encoding, errors),
            self.params.encode(encoding, errors),
            self.query.encode(encoding, errors),
            self.fragment.encode(encoding, errors),
        )


class DefragResultBytes(NamedTuple):
    url: bytes
    fragment: bytes

    def geturl(self) -> bytes:
        return self.url + b"#" + self.fragment if self.fragment else self.url

    def decode(self, encoding: str = "ascii", errors: str = "strict") -> DefragResult:
        return DefragResult(self.url.decode(encoding, errors), self.fragment.decode(encoding, errors))


class SplitResultBytes(NamedTuple):
    scheme: bytes
    netloc: bytes
    path: bytes
    query: bytes
    fragment: bytes

    @property
    def username(self) -> bytes | None:
        return _as_bytes(_user_info(self.netloc.decode("ascii"))[0])

    @property
    def password(self) -> bytes | None:
        return _as_bytes(_user_info(self.netloc.decode("ascii"))[1])

    @property
    def hostname(self) -> bytes | None:
        return _as_bytes(_host_name(self.netloc.decode("ascii")))

    @property
    def port(self) -> int | None:
        return _port(self.netloc.decode("ascii"))

    def geturl(self) -> bytes:
        return self.decode().geturl().encode("ascii")

    def decode(self, encoding: str = "ascii", errors: str = "strict") -> SplitResult:
        return SplitResult(
            self.scheme.decode(encoding, errors),
            self.netloc.decode(encoding, errors),
            self.path.decode(encoding, errors),
            self.query.decode(encoding, errors),
            self.fragment.decode(encoding, errors),
        )


class ParseResultBytes(NamedTuple):
    scheme: bytes
    netloc: bytes
    path: bytes
    params: bytes
    query: bytes
    fragment: bytes

    @property
    def username(self) -> bytes | None:
        return _as_bytes(_user_info(self.netloc.decode("ascii"))[0])

    @property
    def password(self) -> bytes | None:
        return _as_bytes(_user_info(self.netloc.decode("ascii"))[1])

    @property
    def hostname(self) -> bytes | None:
        return _as_bytes(_host_name(self.netloc.decode("ascii")))

    @property
    def port(self) -> int | None:
        return _port(self.netloc.decode("ascii"))

    def geturl(self) -> bytes:
        return self.decode().geturl().encode("ascii")

    def decode(self, encoding: str = "ascii", errors: str = "strict") -> ParseResult:
        return ParseResult(
            self.scheme.decode(encoding, errors),
            self.netloc.decode(encoding, errors),
            self.path.decode(encoding, errors),
            self.params.decode(encoding, errors),
            self.query.decode(encoding, errors),
            self.fragment.decode(encoding, errors),
        )


# --- taking apart and putting together ---------------------------------------------------------


def _is_ipv4(text: str) -> bool:
    parts = text.split(".")
    if len(parts) != 4:
        return False
    for part in parts:
        if not (part.isdigit() and part.isascii()) or len(part) > 3 or int(part) > 255:
            return False
        if len(part) > 1 and part[0] == "0":
            return False
    return True


def _is_ipv6(text: str) -> bool:
    """RFC 4291, 2.2, with a zone perhaps."""
    address, percent, zone = text.partition("%")
    if percent and (not zone or "%" in zone):
        return False
    parts = address.split(":")
    if len(parts) < 3:
        return False
    if "." in parts[-1]:
        if not _is_ipv4(parts[-1]):
            return False
        parts[-1:] = ["0", "0"]
    if len(parts) > 9:
        return False
    gap = -1
    for index in range(1, len(parts) - 1):
        if not parts[index]:
            if gap >= 0:
                return False
            gap = index
    if gap >= 0:
        high = gap
        low = len(parts) - gap - 1
        if not parts[0]:
            high -= 1
            if high:
                return False
        if not parts[-1]:
            low -= 1
            if low:
                return False
        if high + low > 7:
            return False
    elif len(parts) != 8 or not parts[0] or not parts[-1]:
        return False
    for part in parts:
        if len(part) > 4:
            return False
        for digit in part:
            if digit not in _HEX:
                return False
    return True


def _check_bracketed(netloc: str) -> None:
    host = netloc.partition("[")[2].partition("]")[0]
    if host.startswith("v"):
        digits, dot, rest = host[1:].partition(".")
        valid = digits != "" and dot != "" and rest != "" and "\n" not in rest
        for digit in digits:
            valid = valid and digit in _HEX
        if not valid:
            raise ValueError("IPvFuture address is invalid")
    elif _is_ipv4(host):
        raise ValueError("An IPv4 address cannot be in brackets")
    elif not _is_ipv6(host):
        raise ValueError(f"{host!r} does not appear to be an IPv4 or IPv6 address")


def _without_line_breaks(text: str) -> str:
    return text.replace("\t", "").replace("\r", "").replace("\n", "")


def _split(url: str, scheme: str, allow_fragments: bool) -> SplitResult:
    url = _without_line_breaks(url.lstrip(_SPACE_AND_CONTROL))
    scheme = _without_line_breaks(scheme.strip(_SPACE_AND_CONTROL))
    netloc = ""
    query = ""
    fragment = ""
    colon = url.find(":")
    if colon > 0 and url[0].isascii() and url[0].isalpha():
        valid = True
        for letter in url[:colon]:
            if letter not in scheme_chars:
                valid = False
                break
        if valid:
            scheme = url[:colon].lower()
            url = url[colon + 1 :]
    if url[:2] == "//":
        end = 2
        while end < len(url) and url[end] not in "/?#":
            end += 1
        netloc = url[2:end]
        url = url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_bracketed(netloc)
    if allow_fragments and "#" in url:
        url, _, fragment = url.partition("#")
    if "?" in url:
        url, _, query = url.partition("?")
    if netloc and not netloc.isascii():
        for letter in netloc:
            if letter in _DISGUISED:
                raise ValueError(f"netloc '{netloc}' contains invalid characters under NFKC normalization")
    return SplitResult(scheme, netloc, url, query, fragment)


def _parse(url: str, scheme: str, allow_fragments: bool) -> ParseResult:
    parts = _split(url, scheme, allow_fragments)
    path = parts.path
    params = ""
    if parts.scheme in uses_params and ";" in path:
        at = path.find(";", path.rfind("/")) if "/" in path else path.find(";")
        if at >= 0:
            params = path[at + 1 :]
            path = path[:at]
    return ParseResult(parts.scheme, parts.netloc, path, params, parts.query, parts.fragment)


def _unsplit(scheme: str, netloc: str, url: str, query: str, fragment: str) -> str:
    if netloc or (scheme and scheme in uses_netloc and url[:2] != "//"):
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + netloc + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return url


def _unparse(scheme: str, netloc: str, url: str, params: str, query: str, fragment: str) -> str:
    if params:
        url = f"{url};{params}"
    return _unsplit(scheme, netloc, url, query, fragment)


def _text(value: str | bytes | bytearray | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else value.decode("ascii")


def _refuse_mixed(url: str | bytes | bytearray | None, scheme: str | bytes | bytearray | None) -> None:
    if scheme and isinstance(scheme, str) != isinstance(url, str):
        raise TypeError("Cannot mix str and non-str arguments")


@overload
def urlsplit(url: str, scheme: str = "", allow_fragments: bool = True) -> SplitResult:
    return _split(url, scheme, allow_fragments)


@overload
def urlsplit(
    url: bytes | None, scheme: bytes | None | str = "", allow_fragments: bool = True
) -> SplitResultBytes: ...
def urlsplit(url: str | bytes | None, scheme: str | bytes | None = "", allow_fragments: bool = True) -> Any:
    _refuse_mixed(url, scheme)
    found = _split(_text(url), _text(scheme), allow_fragments)
    return found if isinstance(url, str) else found.encode()


@overload
def urlparse(url: str, scheme: str = "", allow_fragments: bool = True) -> ParseResult:
    return _parse(url, scheme, allow_fragments)


@overload
def urlparse(
    url: bytes | bytearray | None, scheme: bytes | bytearray | None | str = "", allow_fragments: bool = True
) -> ParseResultBytes: ...
def urlparse(
    url: str | bytes | bytearray | None,
    scheme: str | bytes | bytearray | None = "",
    allow_fragments: bool = True,
) -> Any:
    _refuse_mixed(url, scheme)
    found = _parse(_text(url), _text(scheme), allow_fragments)
    return found if isinstance(url, str) else found.encode()


def urlunsplit(components: Iterable[AnyStr | None]) -> AnyStr:
    return _put_together(list(components), 5)


def urlunparse(components: Iterable[AnyStr | None]) -> AnyStr:
    return _put_together(list(components), 6)


def _put_together(components: Sequence[object], count: int) -> Any:
    if len(components) < count:
        raise ValueError(f"not enough values to unpack (expected {count}, got {len(components)})")
    if len(components) > count:
        raise ValueError(f"too many values to unpack (expected {count})")
    texts: list[str] = []
    is_text = True
    for one in components:
        if isinstance(one, str):
            texts.append(one)
        elif isinstance(one, bytes):
            texts.append(one.decode("ascii"))
            is_text = False
        else:
            texts.append("")
    if count == 5:
        url = _unsplit(texts[0], texts[1], texts[2], texts[3], texts[4])
    else:
        url = _unparse(texts[0], texts[1], texts[2], texts[3], texts[4], texts[5])
    return url if is_text else url.encode("ascii")


def _join(base: str, url: str, allow_fragments: bool) -> str:
    if not base:
        return url
    if not url:
        return base
    old = _parse(base, "", allow_fragments)
    new = _parse(url, old.scheme, allow_fragments)
    if new.scheme != old.scheme or new.scheme not in uses_relative:
        return url
    netloc = new.netloc
    if new.scheme in uses_netloc:
        if netloc:
            return new.geturl()
        netloc = old.netloc
    if not new.path and not new.params:
        return _unparse(new.scheme, netloc, old.path, old.params, new.query or old.query, new.fragment)
    segments = new.path.split("/")
    if new.path[:1] != "/":
        above = old.path.split("/")
        if above[-1] != "":
            above.pop()
        segments = above + segments
        segments = segments[:1] + [s for s in segments[1:-1] if s] + segments[max(1, len(segments) - 1) :]
    resolved: list[str] = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] == "." or segments[-1] == "..":
        resolved.append("")
    path = "/".join(resolved)
    return _unparse(new.scheme, netloc, path or "/", new.params, new.query, new.fragment)


def urljoin(base: AnyStr, url: AnyStr | None, allow_fragments: bool = True) -> AnyStr:
    """The absolute form of `url` as `base` sees it (RFC 3986, 5.2)."""
    if isinstance(base, str):
        return _join(base, _text(url), allow_fragments)
    return _join(base.decode("ascii"), _text(url), allow_fragments).encode("ascii")


@overload
def urldefrag(url: str) -> DefragResult: ...
@overload
def urldefrag(url: bytes | bytearray | None) -> DefragResultBytes: ...
def urldefrag(url: str | bytes | bytearray | None) -> Any:
    text = _text(url)
    result = DefragResult(text, "")
    if "#" in text:
        parts = _parse(text, "", True)
        result = DefragResult(
            _unparse(parts.scheme, parts.netloc, parts.path, parts.params, parts.query, ""), parts.fragment
        )
    return result if isinstance(url, str) else result.encode()


# --- percent encoding --------------------------------------------------------------------------


def unquote_to_bytes(string: str | bytes | bytearray) -> bytes:
    data = string.encode("utf-8") if isinstance(string, str) else bytes(string)
    parts = data.split(b"%")
    if len(parts) == 1:
        return data
    result = [parts[0]]
    for part in parts[1:]:
        if len(part) >= 2 and chr(part[0]) in _HEX and chr(part[1]) in _HEX:
            result.append(bytes([int(part[:2], 16)]))
            result.append(part[2:])
        else:
            result.append(b"%")
            result.append(part)
    return b"".join(result)


def unquote(string: str | bytes, encoding: str = "utf-8", errors: str = "replace") -> str:
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        return string
    parts: list[str] = []
    start = 0
    while start < len(string):
        end = start
        plain = string[start] < "\x80"
        while end < len(string) and (string[end] < "\x80") == plain:
            end += 1
        part = string[start:end]
        parts.append(unquote_to_bytes(part).decode(encoding, errors) if plain else part)
        start = end
    return "".join(parts)


def unquote_plus(string: str, encoding: str = "utf-8", errors: str = "replace") -> str:
    return unquote(string.replace("+", " "), encoding, errors)


def _safe_bytes(safe: str | Iterable[int]) -> bytes:
    if isinstance(safe, str):
        return safe.encode("ascii", "ignore")
    return bytes([byte for byte in safe if byte < 128])


def quote_from_bytes(bs: bytes | bytearray, safe: str | Iterable[int] = "/") -> str:
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    kept = _UNRESERVED + _safe_bytes(safe)
    return "".join([chr(byte) if byte in kept else f"%{byte:02X}" for byte in bs])


@overload
def quote(
    string: str, safe: str | Iterable[int] = "/", encoding: str | None = None, errors: str | None = None
) -> str: ...
@overload
def quote(string: bytes | bytearray, safe: str | Iterable[int] = "/") -> str: ...
def quote(
    string: str | bytes | bytearray,
    safe: str | Iterable[int] = "/",
    encoding: str | None = None,
    errors: str | None = None,
) -> str:
    if isinstance(string, str):
        data = string.encode(
            "utf-8" if encoding is None else encoding, "strict" if errors is None else errors
        )
        return quote_from_bytes(data, safe)
    if encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    if errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


@overload
def quote_plus(
    string: str, safe: str | Iterable[int] = "", encoding: str | None = None, errors: str | None = None
) -> str: ...
@overload
def quote_plus(string: bytes | bytearray, safe: str | Iterable[int] = "") -> str: ...
def quote_plus(
    string: str | bytes | bytearray,
    safe: str | Iterable[int] = "",
    encoding: str | None = None,
    errors: str | None = None,
) -> str:
    kept = _safe_bytes(safe).decode("ascii")
    if isinstance(string, str):
        return quote(string, kept + " ", encoding, errors).replace(" ", "+")
    return quote(string, kept + " ").replace(" ", "+")


# --- queries -----------------------------------------------------------------------------------


def _pairs(
    query: str,
    keep_blank_values: bool,
    strict_parsing: bool,
    encoding: str,
    errors: str,
    max_num_fields: int | None,
    separator: str,
) -> list[tuple[str, str]]:
    if not separator:
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and query and max_num_fields < 1 + query.count(separator):
        raise ValueError("Max number of fields exceeded")
    found: list[tuple[str, str]] = []
    for field in query.split(separator) if query else []:
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError(f"bad query field: {field!r}")
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            found.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return found


def parse_qsl(
    qs: AnyStr | None,
    keep_blank_values: bool = False,
    strict_parsing: bool = False,
    encoding: str = "utf-8",
    errors: str = "replace",
    max_num_fields: int | None = None,
    separator: str = "&",
) -> list[tuple[AnyStr, AnyStr]]:
    return _query_list(
        qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator
    )


def _query_list(
    qs: str | bytes | None,
    keep_blank_values: bool,
    strict_parsing: bool,
    encoding: str,
    errors: str,
    max_num_fields: int | None,
    separator: str,
) -> Any:
    pairs = _pairs(
        _text(qs), keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator
    )
    if isinstance(qs, str):
        return pairs
    return [(name.encode("ascii"), value.encode("ascii")) for name, value in pairs]


def parse_qs(
    qs: AnyStr | None,
    keep_blank_values: bool = False,
    strict_parsing: bool = False,
    encoding: str = "utf-8",
    errors: str = "replace",
    max_num_fields: int | None = None,
    separator: str = "&",
) -> dict[AnyStr, list[AnyStr]]:
    return _query_dict(
        qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator
    )


def _query_dict(
    qs: str | bytes | None,
    keep_blank_values: bool,
    strict_parsing: bool,
    encoding: str,
    errors: str,
    max_num_fields: int | None,
    separator: str,
) -> Any:
    pairs = _pairs(
        _text(qs), keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator
    )
    if isinstance(qs, str):
        texts: dict[str, list[str]] = {}
        for name, value in pairs:
            texts.setdefault(name, []).append(value)
        return texts
    datas: dict[bytes, list[bytes]] = {}
    for name, value in pairs:
        datas.setdefault(name.encode("ascii"), []).append(value.encode("ascii"))
    return datas


def _items_of(query: object) -> list[tuple[object, object]]:
    items: list[tuple[object, object]] = []
    if isinstance(query, Mapping):
        for key in query:
            items.append((key, query[key]))
        return items
    if isinstance(query, (list, tuple)):
        for pair in query:
            if not isinstance(pair, (tuple, list)):
                raise TypeError("not a valid non-string sequence or mapping object")
            if len(pair) != 2:
                raise ValueError(
                    f"not enough values to unpack (expected 2, got {len(pair)})"
                    if len(pair) < 2
                    else "too many values to unpack (expected 2)"
                )
            items.append((pair[0], pair[1]))
        return items
    raise TypeError("not a valid non-string sequence or mapping object")


def urlencode(
    query: Mapping[Any, Any] | Sequence[tuple[Any, Any]],
    doseq: bool = False,
    safe: str | bytes = "",
    encoding: str | None = None,
    errors: str | None = None,
    quote_via: Callable[..., str] = quote_plus,
) -> str:
    """`name=value&...`; with `doseq` a name for each item of a sequence."""

    def quoted(value: object) -> str:
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(value if isinstance(value, str) else str(value), safe, encoding, errors)

    fields: list[str] = []
    for key, value in _items_of(query):
        name = quoted(key)
        if doseq and isinstance(value, (list, tuple, set, frozenset, dict, range)):
            for item in value:
                fields.append(name + "=" + quoted(item))
        else:
            fields.append(name + "=" + quoted(value))
    return "&".join(fields)


def unwrap(url: str) -> str:
    """`<URL:scheme://host/path>` without what is around it."""
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    if url[:4] == "URL:":
        url = url[4:].strip()
    return url
