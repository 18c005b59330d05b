"""The Xen lab's own reading and writing of archives, and what it says when something is missing."""

from __future__ import annotations

import io
import lzma
import os
import shutil
import stat
import subprocess
import tarfile
from pathlib import Path

import pytest

from mirage.launch.xenlab import packages, parts, store
from mirage.launch.xenlab.archive import Tree, members
from mirage.launch.xenlab.machine import Machine
from mirage.launch.xenlab.packages import Apt, LabError, Package, parse_uris
from mirage.launch.xenlab.store import Lab

_KERNEL_HASH = "a86e2049672f52354c4536a089203b6c82639420424d31c91cf31a181fd4d8f1"


def _deb(path: Path, files: dict[str, bytes], data_name: str = "data.tar.xz") -> Path:
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        for name, contents in files.items():
            member = tarfile.TarInfo(f"./{name}")
            member.size = len(contents)
            archive.addfile(member, io.BytesIO(contents))
        link = tarfile.TarInfo("./bin/sh")
        link.type = tarfile.SYMTYPE
        link.linkname = "bash"
        archive.addfile(link)
    with path.open("wb") as out:
        out.write(b"!<arch>\n")
        for name, contents in (("debian-binary", b"2.0\nx"), (data_name, lzma.compress(tar.getvalue()))):
            out.write(f"{name:<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(contents):<10}`\n".encode())
            out.write(contents + bytes(len(contents) % 2))
    return path


def test_apts_answer_becomes_packages() -> None:
    text = (
        "'http://deb.debian.org/x/bash_5.2.15-2%2bb13_amd64.deb' bash_5.2.15-2+b13_amd64.deb 1490652 "
        f"SHA256:{'0' * 64}\n"
        "'http://deb.debian.org/x' busybox-static_1%3a1.35.0-4+deb12u1_amd64.deb 928188 "
        f"SHA256:{_KERNEL_HASH}\n"
        "something else\n"
    )
    assert parse_uris(text) == [
        Package("bash", "5.2.15-2+b13", "bash_5.2.15-2+b13_amd64.deb", 1490652, "0" * 64),
        Package(
            "busybox-static",
            "1:1.35.0-4+deb12u1",
            "busybox-static_1%3a1.35.0-4+deb12u1_amd64.deb",
            928188,
            _KERNEL_HASH,
        ),
    ]


def test_a_package_is_whole_only_with_its_size_and_hash(tmp_path: Path) -> None:
    file = tmp_path / "x.deb"
    file.write_bytes(b"abc")
    hash_of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert Package("x", "1", "x.deb", 3, hash_of_abc).is_whole(file)
    assert not Package("x", "1", "x.deb", 4, hash_of_abc).is_whole(file)
    assert not Package("x", "1", "x.deb", 3, "0" * 64).is_whole(file)
    assert not Package("x", "1", "x.deb", 3, hash_of_abc).is_whole(tmp_path / "y.deb")


def test_a_debian_package_is_read_as_a_stream(tmp_path: Path) -> None:
    deb = _deb(tmp_path / "x.deb", {"usr/bin/bash": b"#!", "etc/xen/xl.conf": b""})
    found = {
        name: member.linkname if contents is None else contents.read()
        for name, member, contents in members(deb)
    }
    assert found == {"usr/bin/bash": b"#!", "etc/xen/xl.conf": b"", "bin/sh": "bash"}


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        (b"PK\x03\x04", "x.deb is not a Debian package"),
        (b"!<arch>\n", "x.deb holds no data.tar.xz"),
    ],
)
def test_what_is_no_debian_package_is_named(tmp_path: Path, contents: bytes, message: str) -> None:
    deb = tmp_path / "x.deb"
    deb.write_bytes(contents)
    with pytest.raises(LabError, match=message):
        list(members(deb))


def test_a_damaged_or_unknown_package_is_named(tmp_path: Path) -> None:
    deb = _deb(tmp_path / "x.deb", {"a": bytes(100000)})
    deb.write_bytes(deb.read_bytes()[:-60])
    with pytest.raises(LabError, match="x.deb cannot be unpacked"):
        list(members(deb))
    with pytest.raises(LabError, match="data.tar.zst; only data.tar.xz"):
        list(members(_deb(tmp_path / "y.deb", {}, "data.tar.zst")))


@pytest.mark.skipif(shutil.which("cpio") is None, reason="reads the archive back with cpio")
def test_cpio_reads_what_we_write(tmp_path: Path) -> None:
    tree = Tree()
    tree.file("usr/bin/tool", b"#!/bin/sh\n", 0o755)
    tree.file("etc/odd", b"12345")
    tree.link("bin", "usr/bin")
    subprocess.run(["cpio", "-id", "--quiet"], input=tree.cpio(), cwd=tmp_path, check=True)
    assert (tmp_path / "bin/tool").read_bytes() == b"#!/bin/sh\n"
    assert (tmp_path / "etc/odd").read_bytes() == b"12345"
    assert os.readlink(tmp_path / "bin") == "usr/bin"
    assert stat.S_IMODE((tmp_path / "usr/bin/tool").stat().st_mode) == 0o755


def test_a_link_is_followed_and_a_loop_is_not() -> None:
    unpacked = parts.Unpacked()
    unpacked.files["usr/lib/x86_64-linux-gnu/libz.so.1.2.13"] = b"z"
    unpacked.links["usr/lib/x86_64-linux-gnu/libz.so.1"] = "libz.so.1.2.13"
    unpacked.links["usr/lib/a"] = "/lib/b"
    unpacked.links["usr/lib/b"] = "../lib/a"
    assert unpacked.read("usr/lib/x86_64-linux-gnu/libz.so.1") == b"z"
    with pytest.raises(LabError, match="hold no usr/lib/a"):
        unpacked.read("usr/lib/a")


def test_a_missing_kernel_module_is_named() -> None:
    with pytest.raises(LabError, match="no module xen_evtchn"):
        parts.module_order(["xen-evtchn"], {})


def test_without_apt_the_reason_and_a_way_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LabError, match="apt-get, which downloads and checks them, was not found"):
        store.ensure_lab(folder=tmp_path / "store")


def test_without_debians_keys_nothing_is_downloaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_KEYRING", str(tmp_path / "none.gpg"))
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(LabError, match="none.gpg is missing"):
        Apt(tmp_path).prepare()


def test_a_full_disk_is_told_before_anything_is_downloaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(1 << 30, 1 << 30, 5 << 20)
    )
    with pytest.raises(LabError, match="takes 400 MB in .*, where 5 MB are free"):
        store.ensure_lab(folder=tmp_path / "store")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LabError, match="cannot be kept in .*: Not a directory"):
        store.ensure_lab(folder=tmp_path / "file" / "store")


def test_a_lab_that_is_ready_is_used_without_asking_anybody(tmp_path: Path) -> None:
    ready = tmp_path / f"lab-{packages.XEN}-{store._recipe()}"
    ready.mkdir()
    asked: list[str] = []
    assert store.ensure_lab(asked.append, folder=tmp_path) == Lab(ready)
    assert asked == []


def test_memory_ports_disks_and_network_reach_qemu(tmp_path: Path) -> None:
    machine = Machine(
        Lab(tmp_path),
        ports=[(18190, 80)],
        memory=512,
        disks=[(Path("/a,b.img"), True)],
        guest="10.0.0.7/24",
        gateway="10.0.0.1",
    )
    command = machine.qemu_command(tmp_path, 3, 4, tmp_path / "initrd")
    text = " ".join(command)
    assert "-m 784 " in text
    assert "net=10.0.0.0/24,host=10.0.0.1,dhcpstart=10.0.0.7,hostfwd=tcp:127.0.0.1:18190-10.0.0.7:80" in text
    assert "file=/a,,b.img,format=raw,discard=unmap,readonly=on" in text
    assert "lab.ipv4=10.0.0.9/24" in text


def test_dom0_takes_an_address_nobody_has(tmp_path: Path) -> None:
    assert Machine(Lab(tmp_path)).own_addresses() == ("10.0.2.9", "10.0.2.8")
    assert Machine(Lab(tmp_path), guest="10.0.0.9/24", gateway="10.0.0.1").own_addresses() == (
        "10.0.0.8",
        "10.0.0.7",
    )
    with pytest.raises(LabError, match="no two addresses left"):
        Machine(Lab(tmp_path), guest="10.0.0.2/30", gateway="10.0.0.1").own_addresses()
