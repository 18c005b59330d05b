"""Read the `[tool.mirage]` table of an application.

An application is a directory (its `pyproject.toml` may hold the table; without one, `app.py` is the
entry) or a single file (which may hold the table in a PEP 723 block).

    [tool.mirage]
    name = "shop"                 # letters, digits, - and _; default: the directory's or file's name
    entry = "app.py"              # relative to the directory; a directory's default is app.py
    memory = "64M"                # of the virtual machine: K, M or G; 64M when absent
    ports = ["8080:80"]           # HOST:GUEST for `run`
    args = ["--verbose"]          # sys.argv[1:] when the command line gives none after --
    disks = ["data=disk.img"]     # NAME=FILE or NAME:ro=FILE for `run`; relative to the directory

    [tool.mirage.network]
    mode = "static"               # dhcp (default) or static
    ipv4 = "10.0.0.2/24"
    gateway = "10.0.0.1"
    bridge = "xenbr0"             # xen: the bridge of the host; xl's default when absent

    [tool.mirage.network]         # or, for several interfaces, a table with these keys for each
    interfaces = [{ ipv4 = "10.0.0.2/24", gateway = "10.0.0.1" }, { bridge = "xenbr1" }]
"""

from __future__ import annotations

import ipaddress
import os
import re
import stat
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_MEBIBYTE = 1 << 20
_DEFAULT_MEMORY = 64 * _MEBIBYTE
_SMALLEST_MEMORY = 8 * _MEBIBYTE  # the stack, which no loader makes room for, takes four
_LARGEST_MEMORY = 3 << 30  # the identity map of the virtio target ends at the PCI hole
_UNITS = {"K": 1 << 10, "M": _MEBIBYTE, "G": 1 << 30}

_KEYS = ("name", "entry", "memory", "ports", "args", "disks", "network")
_NETWORK_KEYS = ("mode", "ipv4", "gateway", "bridge")

_PEP_723 = re.compile(r"(?m)^# /// script[ \t]*$\n(?P<content>(?:^#(?: .*)?$\n)+?)^# ///[ \t]*$")


@dataclass(eq=False)
class ConfigError(Exception):
    """The configuration is wrong: where, why, and what to write.

    line   from 1; 0 when no line is to blame (a missing file)
    """

    file: Path
    line: int
    message: str
    help: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


@dataclass(frozen=True)
class Port:
    """A TCP port of the host that leads to one of the guest."""

    host: int
    guest: int

    @staticmethod
    def parse(text: str) -> Port:
        """Read `HOST:GUEST`, or one number for both; raises ValueError with a message for the user."""
        host, colon, guest = text.partition(":")
        return Port(_port_number(host), _port_number(guest if colon else host))


@dataclass(frozen=True)
class Disk:
    """A file of the host that is the disk `name` of the program."""

    name: str
    file: Path
    read_only: bool = False

    @staticmethod
    def parse(text: str, directory: Path = Path()) -> Disk:
        """Read `NAME=FILE` or `NAME:ro=FILE`; raises ValueError with a message for the user."""
        name, equals, file = text.partition("=")
        read_only = name.endswith(":ro")
        name = name.removesuffix(":ro")
        if not equals or not file:
            raise ValueError(f"`{text}` is not a disk: write NAME=FILE, or NAME:ro=FILE to protect it")
        if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,19}", name) is None:
            raise ValueError(f"`{name}` cannot be the name of a disk: at most 20 letters, digits, - and _")
        if "\n" in file:
            raise ValueError("the file of a disk cannot have a line break in its name")
        return Disk(name, directory / file, read_only)


def check_disks(disks: Sequence[Disk]) -> None:
    """Raises ValueError with a message for the user when one cannot be used."""
    names = [disk.name for disk in disks]
    for disk in disks:
        if names.count(disk.name) > 1:
            raise ValueError(f"there are two disks named {disk.name}")
        try:
            mode = disk.file.stat().st_mode
        except OSError as error:
            help = f".  Make one: truncate -s 64M {disk.file}" if isinstance(error, FileNotFoundError) else ""
            raise ValueError(f"disk {disk.name}: {disk.file}: {error.strerror}{help}") from None
        if not (stat.S_ISREG(mode) or stat.S_ISBLK(mode)):
            raise ValueError(f"disk {disk.name}: {disk.file} is neither a regular file nor a block device")
        if stat.S_ISREG(mode) and disk.file.stat().st_size < 512:
            raise ValueError(f"disk {disk.name}: {disk.file} is smaller than a sector (512 bytes)")
        if not os.access(disk.file, os.R_OK if disk.read_only else os.R_OK | os.W_OK):
            what = "read" if disk.read_only else f"written; write --disk {disk.name}:ro=... to read it"
            raise ValueError(f"disk {disk.name}: {disk.file} cannot be {what}")


@dataclass(frozen=True)
class Network:
    """How an interface gets its IPv4 address; `ipv4` has a prefix length, both are None for DHCP.

    bridge   of a Xen host; "": its default
    """

    ipv4: str | None = None
    gateway: str | None = None
    bridge: str = ""

    @property
    def is_static(self) -> bool:
        return self.ipv4 is not None


@dataclass(frozen=True)
class Manifest:
    """One application, ready to be built.

    entry     the module that runs as __main__ (an existing file)
    networks  one for each interface, one at least
    memory    bytes
    optimise  LLVM's level, 0 (compiles soonest) to 2 (runs fastest); the command line's -O
    """

    name: str
    entry: Path
    memory: int = _DEFAULT_MEMORY
    ports: tuple[Port, ...] = ()
    args: tuple[str, ...] = ()
    networks: tuple[Network, ...] = (Network(),)
    disks: tuple[Disk, ...] = ()
    optimise: int = 2

    @property
    def network(self) -> Network:
        """Of the first interface."""
        return self.networks[0]


def parse_memory(text: str) -> int:
    """Bytes of `64M`, `1G` or `65536K`; raises ValueError with a message for the user."""
    match = re.fullmatch(r"(\d+)([KMG])i?B?", text.strip(), re.IGNORECASE)
    if match is None:
        raise ValueError(f"`{text}` is not an amount of memory: write `64M` or `1G`")
    amount = int(match[1]) * _UNITS[match[2].upper()]
    if not _SMALLEST_MEMORY <= amount <= _LARGEST_MEMORY:
        raise ValueError(f"`{text}` is out of range: 8M to 3G")
    return amount


def parse_ipv4(text: str) -> str:
    """Check `10.0.0.2/24`; raises ValueError with a message for the user."""
    if "/" not in text:
        raise ValueError(f"`{text}` lacks a prefix length: write `{text}/24`")
    try:
        return str(ipaddress.IPv4Interface(text))
    except ValueError as error:
        raise ValueError(f"`{text}` is not an IPv4 address with prefix length") from error


def parse_gateway(text: str) -> str:
    """Check `10.0.0.1`; raises ValueError with a message for the user."""
    try:
        return str(ipaddress.IPv4Address(text))
    except ValueError as error:
        raise ValueError(f"`{text}` is not an IPv4 address") from error


def load_manifest(path: Path) -> Manifest:
    """The application at `path`, a file or a directory; raises ConfigError."""
    if path.is_dir():
        project = path / "pyproject.toml"
        if project.is_file():
            return _Reader(project, _text_of(project), 0).read(path, None)
        entry = path / "app.py"
        if not entry.is_file():
            raise ConfigError(
                path, 0, "this directory has no app.py", "name it in pyproject.toml: [tool.mirage] entry"
            )
        return Manifest(name=_name_from(path), entry=entry)
    if not path.exists():
        raise ConfigError(path, 0, "there is no such file or directory")
    if path.suffix != ".py":
        raise ConfigError(path, 0, "this is not a Python file", "give a .py file or a project directory")
    source = _text_of(path, "replace")  # text that is not UTF-8 is the compiler's to refuse
    block = _PEP_723.search(source)
    if block is None:
        return Manifest(name=path.stem, entry=path)
    first_line = source.count("\n", 0, block.start("content"))
    lines = block["content"].splitlines(keepends=True)
    text = "".join(line[2:] if line.startswith("# ") else line[1:] for line in lines)
    return _Reader(path, text, first_line).read(path.parent, path)


def _text_of(file: Path, errors: str = "strict") -> str:
    try:
        return file.read_text(encoding="utf-8", errors=errors)
    except UnicodeDecodeError as error:
        raise ConfigError(file, 0, f"this is not UTF-8: {error.reason}") from None
    except OSError as error:
        raise ConfigError(file, 0, f"cannot be read: {error.strerror}") from None


@dataclass
class _Reader:
    """Validates one TOML text; `first_line` is the number of lines in the file before it."""

    file: Path
    text: str
    first_line: int

    def read(self, directory: Path, single_file: Path | None) -> Manifest:
        table = self._mirage_table()
        self._known_keys(table, _KEYS, "tool.mirage")
        entry = self._entry(table, directory, single_file)
        default_name = single_file.stem if single_file is not None else _name_from(directory)
        return Manifest(
            name=self._name(table, default_name),
            entry=entry,
            memory=self._memory(table),
            ports=self._ports(table),
            args=tuple(self._strings(table, "args")),
            networks=self._networks(self._table(table, "network", "tool.mirage")),
            disks=self._disks(table, directory),
        )

    def _mirage_table(self) -> Mapping[str, object]:
        try:
            document: Mapping[str, object] = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            line = self.first_line + int(found[1]) if found else self.first_line + self.text.count("\n") + 1
            message = re.sub(r" \(at .*\)$", "", str(error))
            raise ConfigError(self.file, line, f"this is not TOML: {message}") from None
        return self._table(self._table(document, "tool", ""), "mirage", "tool")

    def _line_of(self, key: str, table: str) -> int:
        """The line that sets `key`, or that opens its table; TOML's dotted keys are found by their end."""
        current = ""
        opened = 0
        prefix = f"{table}." if table else ""
        for number, line in enumerate(self.text.splitlines(), start=self.first_line + 1):
            header = re.match(r"\s*\[{1,2}\s*([^\]]+?)\s*\]", line)
            if header is not None:
                current = re.sub(r"[\s\"']", "", header[1])
                if current in (table, prefix + key):
                    opened = opened or number
                if current == prefix + key:
                    return number
                continue
            found = re.match(r"\s*[\"']?([A-Za-z0-9_.-]+)[\"']?\s*=", line)
            if found is not None and f"{current}.{found[1]}".lstrip(".").startswith(prefix + key):
                return number
        return opened

    def _fail(self, key: str, table: str, message: str, help: str = "") -> ConfigError:
        return ConfigError(self.file, self._line_of(key, table), message, help)

    def _known_keys(self, table: Mapping[str, object], known: Sequence[str], name: str) -> None:
        for key in table:
            if key not in known:
                raise self._fail(
                    key, name, f"[{name}] has no setting `{key}`", f"the settings are {', '.join(known)}"
                )

    def _table(self, parent: Mapping[str, object], key: str, name: str) -> Mapping[str, object]:
        value = parent.get(key, {})
        if not isinstance(value, dict):
            raise self._fail(key, name, f"`{key}` must be a table", f"write [{name}.{key}]" if name else "")
        return value

    def _string(self, table: Mapping[str, object], key: str, name: str = "tool.mirage") -> str | None:
        value = table.get(key)
        if value is not None and not isinstance(value, str):
            raise self._fail(key, name, f"`{key}` must be a string", f'write {key} = "{value}"')
        return value

    def _strings(self, table: Mapping[str, object], key: str) -> list[str]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._fail(key, "tool.mirage", f"`{key}` must be a list of strings")
        return list(value)

    def _name(self, table: Mapping[str, object], default: str) -> str:
        name = self._string(table, "name")
        if name is None:
            return default
        if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,62}", name) is None:
            raise self._fail(
                "name", "tool.mirage", f"`{name}` cannot be a name", "use at most 63 letters, digits, - and _"
            )
        return name

    def _entry(self, table: Mapping[str, object], directory: Path, single_file: Path | None) -> Path:
        entry = self._string(table, "entry")
        if single_file is not None:
            if entry is not None:
                raise self._fail("entry", "tool.mirage", "a single file is its own entry", "remove `entry`")
            return single_file
        if entry is None:
            if (directory / "app.py").is_file():
                return directory / "app.py"
            raise self._fail(
                "entry", "tool.mirage", "`entry` is missing and there is no app.py", 'write entry = "main.py"'
            )
        if not entry.endswith(".py") or not (directory / entry).is_file():
            raise self._fail("entry", "tool.mirage", f"`{entry}` is not a Python file of {directory}")
        return directory / entry

    def _memory(self, table: Mapping[str, object]) -> int:
        memory = self._string(table, "memory")
        if memory is None:
            return _DEFAULT_MEMORY
        try:
            return parse_memory(memory)
        except ValueError as error:
            raise self._fail("memory", "tool.mirage", str(error)) from None

    def _ports(self, table: Mapping[str, object]) -> tuple[Port, ...]:
        try:
            return tuple(Port.parse(text) for text in self._strings(table, "ports"))
        except ValueError as error:
            raise self._fail("ports", "tool.mirage", str(error), 'write ports = ["8080:80"]') from None

    def _disks(self, table: Mapping[str, object], directory: Path) -> tuple[Disk, ...]:
        try:
            return tuple(Disk.parse(text, directory) for text in self._strings(table, "disks"))
        except ValueError as error:
            raise self._fail("disks", "tool.mirage", str(error), 'write disks = ["data=disk.img"]') from None

    def _networks(self, table: Mapping[str, object]) -> tuple[Network, ...]:
        name = "tool.mirage.network"
        self._known_keys(table, (*_NETWORK_KEYS, "interfaces"), name)
        if "interfaces" not in table:
            return (self._network(table, name),)
        interfaces = table["interfaces"]
        if not isinstance(interfaces, list) or not interfaces:
            raise self._fail("interfaces", name, "`interfaces` must be a list of tables")
        for key in _NETWORK_KEYS:
            if key in table:
                raise self._fail(key, name, f"`{key}` does not go with `interfaces`", "write it in the list")
        networks = []
        for interface in interfaces:
            if not isinstance(interface, dict):
                raise self._fail("interfaces", name, "`interfaces` must be a list of tables")
            self._known_keys(interface, _NETWORK_KEYS, f"{name}.interfaces")
            networks.append(self._network(interface, f"{name}.interfaces"))
        return tuple(networks)

    def _network(self, table: Mapping[str, object], name: str) -> Network:
        mode = self._string(table, "mode", name) or ("static" if "ipv4" in table else "dhcp")
        if mode not in ("dhcp", "static"):
            raise self._fail("mode", name, f"`{mode}` is not a way to get an address", "write dhcp or static")
        ipv4 = self._string(table, "ipv4", name)
        gateway = self._string(table, "gateway", name)
        bridge = self._string(table, "bridge", name) or ""
        if re.fullmatch(r"[A-Za-z0-9._-]{0,15}", bridge) is None:
            raise self._fail("bridge", name, f"`{bridge}` cannot be the name of a bridge")
        if mode == "dhcp":
            for key, value in (("ipv4", ipv4), ("gateway", gateway)):
                if value is not None:
                    raise self._fail(key, name, f'`{key}` needs mode = "static"')
            return Network(bridge=bridge)
        if ipv4 is None:
            raise self._fail("mode", name, "a static network needs `ipv4`", 'write ipv4 = "10.0.0.2/24"')
        try:
            ipv4 = parse_ipv4(ipv4)
        except ValueError as error:
            raise self._fail("ipv4", name, str(error)) from None
        if gateway is not None:
            try:
                gateway = parse_gateway(gateway)
            except ValueError as error:
                raise self._fail("gateway", name, str(error)) from None
            if ipaddress.IPv4Address(gateway) not in ipaddress.IPv4Interface(ipv4).network:
                raise self._fail("gateway", name, f"the gateway {gateway} is outside the network of {ipv4}")
        return Network(ipv4, gateway, bridge)


def _name_from(directory: Path) -> str:
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", directory.resolve().name).strip("-")
    return name[:63] or "app"


def _port_number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise ValueError(f"`{text}` is not a port: 1 to 65535, as HOST:GUEST")
    return int(text)
