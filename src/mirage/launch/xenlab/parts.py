"""What the lab boots, from Debian's packages: the hypervisor, dom0's kernel, dom0's initial RAM disk.

dom0 has the standard toolstack and hotplug scripts; busybox does the rest.
"""

from __future__ import annotations

import gzip
import io
import lzma
import posixpath
import struct
from collections.abc import Callable, Iterable
from importlib import resources
from pathlib import Path

from elftools.common.exceptions import ELFError
from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile

from mirage.launch.xenlab.archive import Tree, members
from mirage.launch.xenlab.packages import XEN, LabError

_XEN_BIN = f"usr/lib/xen-{XEN}/bin"
_LIBRARIES = "usr/lib/x86_64-linux-gnu"
_TOOLS = ("xl", "xenstored", "xenconsoled", "xenconsole", "xen-init-dom0", "libxl-save-helper")
_ON_PATH = ("xl", "xenstored", "xenconsoled", "xenconsole", "xen-init-dom0")
_PROGRAMS = ("usr/bin/xenstore", "usr/bin/bash", "usr/bin/flock")
_XENSTORE_NAMES = ("read", "write", "ls", "list", "rm", "exists", "watch", "chmod")
_DLOPENED = ("libgcc_s.so.1",)  # xl loads it when a thread is cancelled
_MODULES = (
    "xen-evtchn", "xen-gntdev", "xen-gntalloc", "xen-privcmd", "xenfs", "xen-netback", "xen-blkback",
    "bridge", "loop", "e1000", "nvme",
)  # fmt: skip
_MODULE_FOLDERS = (
    "block", "crypto", "lib", "net/802", "net/bridge", "net/llc", "drivers/block", "drivers/nvme",
    "drivers/xen", "drivers/net/ethernet/intel/e1000", "drivers/net/xen-netback",
)  # fmt: skip
# Busybox's applets that dom0's scripts use.
_APPLETS = (
    "sh", "awk", "base64", "basename", "blkdiscard", "blockdev", "brctl", "cat", "chmod", "cp", "cut", "date",
    "dd", "df", "dirname", "dmesg", "echo", "egrep", "env", "expr", "false", "fgrep", "find", "free", "grep",
    "head", "hexdump", "hostname", "httpd", "id", "ifconfig", "insmod", "ip", "kill", "ln", "losetup", "ls",
    "lsmod", "md5sum", "mkdir", "mkfifo", "mknod", "mktemp", "mount", "mv", "nc", "od", "ping", "poweroff",
    "printf", "ps", "pwd", "readlink", "realpath", "rm", "rmdir", "sed", "seq", "sha256sum", "sleep", "sort",
    "stat", "stty", "sync", "tail", "tee", "test", "tftp", "timeout", "touch", "tr", "true", "truncate",
    "tty", "umount", "uname", "uniq", "uptime", "usleep", "wc", "wget", "which", "xargs", "[",
)  # fmt: skip


class Unpacked:
    """The files of all packages that the lab may need: path -> contents, or the target of a link."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.links: dict[str, str] = {}
        self.modules: dict[str, bytes] = {}

    def add(self, deb: Path) -> None:
        """Take what is wanted of one package."""
        for path, member, contents in members(deb):
            path = _merged(path)
            if member.issym() or member.islnk():
                target = member.linkname
                if member.islnk():
                    target = "/" + _merged(target.removeprefix("./"))
                self.links[path] = target
            elif contents is None:
                continue
            elif path.endswith(".ko"):
                if self.is_module(path.partition("/kernel/")[2]):
                    self.modules[posixpath.basename(path)[:-3].replace("-", "_")] = contents.read()
            elif self.is_wanted(path):
                self.files[path] = contents.read()

    def is_module(self, inner: str) -> bool:
        """A kernel module that may be needed; its path below the kernel's own folder."""
        return inner.startswith(tuple(folder + "/" for folder in _MODULE_FOLDERS))

    def is_wanted(self, path: str) -> bool:
        """Any other file that may be needed."""
        return (
            path.startswith((f"{_XEN_BIN}/", "etc/xen/", "boot/xen-", "boot/vmlinuz-"))
            or path in _PROGRAMS
            or path == "usr/bin/busybox"
            or (path.startswith((f"{_LIBRARIES}/lib", "usr/lib64/ld-")) and ".so" in path)
            or path.startswith(f"{_LIBRARIES}/ld-")
        )

    def read(self, path: str) -> bytes:
        """A file's contents, through links.  Raises LabError."""
        wanted = path
        for _ in range(8):
            if path in self.files:
                return self.files[path]
            if path not in self.links:
                break
            path = _merged(posixpath.normpath(posixpath.join("/", posixpath.dirname(path), self.links[path])))
        raise LabError(
            f"Debian's packages hold no {wanted}; they have changed, and this lab does not know how"
        )


def _merged(path: str) -> str:
    """/bin, /sbin, /lib and /lib64 are below /usr."""
    path = path.strip("/")
    return f"usr/{path}" if path.startswith(("bin/", "sbin/", "lib/", "lib64/")) else path


def hypervisor(unpacked: Unpacked) -> bytes:
    """Xen as QEMU's -kernel wants it: the 32-bit multiboot ELF itself."""
    return gzip.decompress(unpacked.read(f"boot/xen-{XEN}-amd64.gz"))


def kernel(unpacked: Unpacked) -> bytes:
    """dom0's kernel as bare ELF, taken out of its bzImage, so that nobody decompresses it under TCG."""
    found = [path for path in unpacked.files if path.startswith("boot/vmlinuz-")]
    if len(found) != 1:
        raise LabError(f"Debian's kernel package holds {len(found)} kernels, not one")
    image = unpacked.files[found[0]]
    offset, size = struct.unpack_from("<II", image, 0x248)  # payload_offset, payload_length
    offset += (image[0x1F1] + 1) * 512  # it counts from the end of the setup sectors
    try:
        return lzma.LZMADecompressor().decompress(image[offset : offset + size])
    except lzma.LZMAError as error:
        raise LabError(f"Debian's kernel is not compressed by xz any more: {error}") from None


def dom0(unpacked: Unpacked) -> bytes:
    """dom0's initial RAM disk."""
    tree = Tree()
    for name in ("usr/bin", "usr/sbin", "usr/lib", "usr/lib64"):
        tree.folder(name)
        tree.link(name.removeprefix("usr/"), name)
    for name in ("proc", "sys", "dev", "run", "tmp", "job", "var/log/xen/console", "var/lib/xen", "var/lock"):
        tree.folder(name)
    tree.link("var/run", "../run")
    programs = [f"{_XEN_BIN}/{name}" for name in _TOOLS] + list(_PROGRAMS)
    for path in programs:
        tree.file(path, unpacked.read(path), 0o755)
    for name in _ON_PATH:
        tree.link(f"usr/sbin/{name}", f"/{_XEN_BIN}/{name}")
    for name in _XENSTORE_NAMES:
        tree.link(f"usr/bin/xenstore-{name}", "xenstore")
    tree.file("usr/bin/busybox", unpacked.read("usr/bin/busybox"), 0o755)
    for name in _APPLETS:
        tree.link(f"usr/bin/{name}", "busybox")
    for path, contents in library_closure(programs, _DLOPENED, unpacked.read).items():
        tree.file(path, contents, 0o755)
    for path in sorted(unpacked.files):
        if path.startswith("etc/xen/"):
            tree.file(path, unpacked.files[path], 0o755 if "/scripts/" in path else 0o644)
    for path, target in sorted(unpacked.links.items()):
        if path.startswith("etc/xen/"):
            tree.link(path, target)
    order = module_order(_MODULES, unpacked.modules)
    for name in order:
        tree.file(f"modules/{name}.ko", unpacked.modules[name])
    tree.file("modules/order", "".join(f"{name}\n" for name in order).encode())
    scripts = resources.files("mirage.launch.xenlab") / "dom0"
    tree.file("init", (scripts / "init.sh").read_bytes(), 0o755)
    for name in ("agent", "domain", "ended"):
        tree.file(f"lab/{name}", (scripts / f"{name}.sh").read_bytes(), 0o755)
    return tree.cpio()


def library_closure(
    programs: Iterable[str], also: Iterable[str], read: Callable[[str], bytes]
) -> dict[str, bytes]:
    """The shared libraries, and the loader, of the programs and of `also`: path -> contents."""
    found: dict[str, bytes] = {}
    waiting = [name for path in programs for name in _needed(path, read(path))] + list(also)
    while waiting:
        name = waiting.pop()
        path = f"usr/lib64/{name}" if name.startswith("ld-linux") else f"{_LIBRARIES}/{name}"
        if path not in found:
            found[path] = read(path)
            waiting += _needed(path, found[path])
    return dict(sorted(found.items()))


def _needed(path: str, contents: bytes) -> list[str]:
    """The names of the libraries an ELF file asks for."""
    try:
        elf = ELFFile(io.BytesIO(contents))
        names = [
            str(tag.needed)  # type: ignore[attr-defined]
            for section in elf.iter_sections()
            if isinstance(section, DynamicSection)
            for tag in section.iter_tags()
            if tag.entry.d_tag == "DT_NEEDED"
        ]
        interpreter = elf.get_section_by_name(".interp")
    except ELFError as error:
        raise LabError(f"{path} of Debian's packages is not an ELF file: {error}") from None
    if interpreter is not None:
        names.append(posixpath.basename(interpreter.data().rstrip(b"\0").decode()))
    return names


def module_order(wanted: Iterable[str], modules: dict[str, bytes]) -> list[str]:
    """The kernel modules and what they depend on, in an order in which they can be loaded."""
    order: list[str] = []

    def add(name: str) -> None:
        name = name.replace("-", "_")
        if name in order:
            return
        if name not in modules:
            raise LabError(f"Debian's kernel has no module {name} where this lab looks for it")
        for dependency in _dependencies(modules[name]):
            add(dependency)
        order.append(name)

    for name in wanted:
        add(name)
    return order


def _dependencies(module: bytes) -> list[str]:
    section = ELFFile(io.BytesIO(module)).get_section_by_name(".modinfo")
    for item in section.data().split(b"\0") if section is not None else []:
        if item.startswith(b"depends="):
            return [name for name in item[8:].decode().split(",") if name]
    return []
