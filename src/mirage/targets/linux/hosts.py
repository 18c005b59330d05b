"""Names: `localhost` and what /etc/hosts says; the file is opened before seccomp and read when asked."""

from __future__ import annotations

from mirage.lowlevel import Array, copy_memory, i64, new_with_tail, nostack, tail_address, u8, u64
from mirage.targets.linux.addresses import parse_address
from mirage.targets.linux.system import OPEN, READ, system_call

_LONGEST = 65536

_file: i64 = i64(-1)  # descriptor of /etc/hosts
_text: str | None = None  # its contents once read


@nostack
def open_hosts() -> None:
    """Open the file while the process still may."""
    global _file
    path = "/etc/hosts\0"
    _file = system_call(OPEN, tail_address(path), u64(0x80000), u64(0))  # O_RDONLY | O_CLOEXEC


def _contents() -> str:
    global _text
    text = _text
    if text is None:
        text = ""
        if _file >= 0:
            buffer: Array[u8] = Array(i64(_LONGEST))
            used = i64(0)
            while used < _LONGEST:
                place = tail_address(buffer) + u64(used)
                done = system_call(READ, u64(_file), place, u64(_LONGEST) - u64(used))
                if done <= 0:
                    break
                used = used + done
            data = new_with_tail(bytes, used)
            copy_memory(tail_address(data), tail_address(buffer), u64(used))
            text = data.decode("utf-8", "replace")
        _text = text
    return text


def lookup(name: str) -> list[str]:
    """The addresses of a name, IPv4 first; empty when it is not known here."""
    wanted = name.lower()
    found: list[str] = []
    for line in _contents().split("\n"):
        words = line.split("#")[0].split()
        if len(words) > 1 and wanted in [word.lower() for word in words[1:]]:
            if len(parse_address(words[0])) > 0 and words[0] not in found:
                found.append(words[0])
    if len(found) == 0 and wanted == "localhost":
        found.append("127.0.0.1")
    return [one for one in found if ":" not in one] + [one for one in found if ":" in one]
