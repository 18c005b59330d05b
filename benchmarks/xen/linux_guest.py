"""The comparison: a small Linux PVH guest with nginx, and wrk for dom0, of Debian's packages like the lab.

The guest's initial RAM disk holds busybox, nginx, their libraries and the one module the network needs; init
starts nginx and nothing else.
"""

from __future__ import annotations

import posixpath
from pathlib import Path

from mirage.launch.xenlab import parts
from mirage.launch.xenlab.archive import Tree
from mirage.launch.xenlab.packages import Apt

PACKAGES = (
    "nginx", "libpcre2-8-0", "libssl3", "libcrypt1", "zlib1g", "libc6", "libgcc-s1", "busybox-static",
)  # fmt: skip
CLIENT_PACKAGES = ("wrk", "libluajit-5.1-2", "libssl3", "libc6", "libgcc-s1")
PAGE = (
    b"<!doctype html>\n<title>Hello from nginx</title>\n<h1>Hello, world!</h1>\n<p>Up for 0 s; hit 1.</p>\n"
)

_INIT = b"""#!/bin/busybox sh
export PATH=/usr/sbin:/usr/bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
for module in $(cat /modules/order); do insmod "/modules/$module.ko"; done
ip link set lo up
ip addr add 10.0.2.15/24 dev eth0
ip link set eth0 up
ip route add default via 10.0.2.2
exec nginx -c /etc/nginx.conf
"""
_CONFIG = b"""daemon off;
user root;
worker_processes 1;
error_log stderr;
pid /run/nginx.pid;
events { worker_connections 1024; }
http {
    access_log off;
    keepalive_requests 1000000;
    default_type text/html;
    types { text/html html; }
    server { listen 8080; root /www; }
}
"""
_APPLETS = ("sh", "mount", "insmod", "ip", "cat", "poweroff")


def packages(folder: Path) -> Apt:
    """Debian's packages, their index fetched.  Raises LabError."""
    apt = Apt(folder)
    apt.prepare()
    apt.update()
    return apt


def build(apt: Apt) -> tuple[bytes, bytes]:
    """The kernel (Debian's bzImage) and the initial RAM disk.  Raises LabError."""
    kernel = apt.resolve()[-1]
    unpacked = _Unpacked()
    for file in apt.download([*apt.named(PACKAGES), kernel]):
        unpacked.add(file)
    image = next(contents for path, contents in unpacked.files.items() if path.startswith("boot/vmlinuz-"))
    return image, _initrd(unpacked)


def client(apt: Apt) -> dict[str, bytes]:
    """wrk and all it loads: file name -> contents, for one folder.  Raises LabError."""
    unpacked = _Unpacked()
    for file in apt.download(apt.named(CLIENT_PACKAGES)):
        unpacked.add(file)
    libraries = parts.library_closure(["usr/bin/wrk"], (), unpacked.read)
    found = {posixpath.basename(path): contents for path, contents in libraries.items()}
    return {"wrk": unpacked.read("usr/bin/wrk"), **found}


class _Unpacked(parts.Unpacked):
    """With nginx, wrk, and the modules of network cards."""

    def is_wanted(self, path: str) -> bool:
        return path in ("usr/sbin/nginx", "usr/bin/wrk") or super().is_wanted(path)

    def is_module(self, inner: str) -> bool:
        return inner.startswith("drivers/net/xen-netfront") or super().is_module(inner)


def _initrd(unpacked: parts.Unpacked) -> bytes:
    tree = Tree()
    for name in ("usr/bin", "usr/sbin", "usr/lib", "usr/lib64"):
        tree.folder(name)
        tree.link(name.removeprefix("usr/"), name)
    for name in ("proc", "sys", "dev", "run", "tmp", "www", "var/lib/nginx", "var/log/nginx"):
        tree.folder(name)
    programs = ["usr/sbin/nginx"]
    tree.file("usr/sbin/nginx", unpacked.read("usr/sbin/nginx"), 0o755)
    tree.file("usr/bin/busybox", unpacked.read("usr/bin/busybox"), 0o755)
    for name in _APPLETS:
        tree.link(f"usr/bin/{name}", "busybox")
    for path, contents in parts.library_closure(programs, (), unpacked.read).items():
        tree.file(path, contents, 0o755)
    order = parts.module_order(("xen-netfront",), unpacked.modules)
    for name in order:
        tree.file(f"modules/{name}.ko", unpacked.modules[name])
    tree.file("modules/order", "".join(f"{name}\n" for name in order).encode())
    tree.file("etc/nginx.conf", _CONFIG)
    tree.file("etc/passwd", b"root:x:0:0::/:/bin/sh\nnobody:x:99:99::/:/bin/sh\n")
    tree.file("etc/group", b"root:x:0:\nnogroup:x:99:\n")
    tree.file("www/index.html", PAGE)
    tree.file("init", _INIT, 0o755)
    return tree.cpio()
