"""[tool.mirage]: what is read, and where an error points."""

from __future__ import annotations

from pathlib import Path

import pytest

from mirage.config import ConfigError, Disk, Network, Port, check_disks, load_manifest


def project(tmp_path: Path, text: str) -> Path:
    (tmp_path / "app.py").write_text("print(1)\n")
    (tmp_path / "pyproject.toml").write_text(text)
    return tmp_path


def test_a_directory_with_app_py_needs_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("print(1)\n")
    manifest = load_manifest(tmp_path)
    assert manifest.entry == tmp_path / "app.py"
    assert manifest.memory == 64 << 20 and not manifest.network.is_static


def test_every_setting_is_read(tmp_path: Path) -> None:
    text = """
[project]
name = "x"
[tool.mirage]
name = "shop"
memory = "128M"
ports = ["8080:80", "9000"]
args = ["-v", "two words"]
disks = ["data=disk.img", "old:ro=/srv/old"]
[tool.mirage.network]
mode = "static"
ipv4 = "10.0.0.2/24"
gateway = "10.0.0.1"
"""
    manifest = load_manifest(project(tmp_path, text))
    assert manifest.name == "shop" and manifest.memory == 128 << 20
    assert manifest.ports == (Port(8080, 80), Port(9000, 9000))
    assert manifest.args == ("-v", "two words")
    assert manifest.disks == (
        Disk("data", tmp_path / "disk.img"),
        Disk("old", Path("/srv/old"), read_only=True),
    )
    assert manifest.network == Network("10.0.0.2/24", "10.0.0.1")


@pytest.mark.parametrize(
    "text",
    [
        "[tool.mirage.network]\n"
        'interfaces = [{ ipv4 = "10.0.0.2/24", gateway = "10.0.0.1" }, { bridge = "br1" }]\n',
        '[[tool.mirage.network.interfaces]]\nipv4 = "10.0.0.2/24"\ngateway = "10.0.0.1"\n'
        '[[tool.mirage.network.interfaces]]\nbridge = "br1"\n',
    ],
)
def test_a_machine_may_have_several_interfaces(tmp_path: Path, text: str) -> None:
    manifest = load_manifest(project(tmp_path, text))
    assert manifest.networks == (Network("10.0.0.2/24", "10.0.0.1"), Network(bridge="br1"))
    assert manifest.network == manifest.networks[0]


def test_a_single_file_configures_itself_in_a_pep_723_block(tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text('import sys\n# /// script\n# [tool.mirage]\n# memory = "32M"\n# ///\nprint(1)\n')
    manifest = load_manifest(file)
    assert manifest.memory == 32 << 20 and manifest.entry == file and manifest.name == "one"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('[tool.mirage]\nmemroy = "64M"\n', 2, "no setting `memroy`"),
        ('[tool.mirage]\n\nmemory = "64"\n', 3, "not an amount of memory"),
        ("[tool.mirage]\nmemory = 64\n", 2, "must be a string"),
        ('[tool.mirage]\ndisks = ["data"]\n', 2, "write NAME=FILE"),
        ('[tool.mirage]\ndisks = ["a b=x"]\n', 2, "cannot be the name of a disk"),
        ('[tool.mirage]\nname = "a b"\n', 2, "cannot be a name"),
        ('[tool.mirage]\nentry = "no.py"\n', 2, "not a Python file"),
        ('[tool.mirage]\nports = ["80:0"]\n', 2, "not a port"),
        ("[tool.mirage]\nargs = [1]\n", 2, "list of strings"),
        ('[tool.mirage.network]\nmode = "magic"\n', 2, "not a way"),
        ('[tool.mirage.network]\nipv4 = "10.0.0.2"\n', 2, "prefix length"),
        ('[tool.mirage.network]\nipv4 = "10.0.0.2/24"\ngateway = "10.1.0.1"\n', 3, "outside the network"),
        ('[tool.mirage.network]\nbridge = "a,b"\n', 2, "name of a bridge"),
        ("[tool.mirage.network]\ninterfaces = []\n", 2, "list of tables"),
        ("[tool.mirage.network]\ninterfaces = [1]\n", 2, "list of tables"),
        ('[tool.mirage.network]\nmode = "dhcp"\ninterfaces = [{}]\n', 2, "does not go with"),
        ('[[tool.mirage.network.interfaces]]\nipv5 = "x"\n', 2, "no setting `ipv5`"),
        ('[[tool.mirage.network.interfaces]]\nipv4 = "10.0.0.2"\n', 2, "prefix length"),
        ('[tool.mirage]\nname = "x\n', 2, "not TOML"),
    ],
)
def test_an_error_points_at_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_manifest(project(tmp_path, text))
    assert message in caught.value.message
    assert caught.value.line == line


def test_the_line_in_a_pep_723_block_counts_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text("import sys\n# /// script\n# [tool.mirage]\n# colour = 1\n# ///\n")
    with pytest.raises(ConfigError) as caught:
        load_manifest(file)
    assert caught.value.line == 4


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file"):
        load_manifest(tmp_path / "missing.py")
    with pytest.raises(ConfigError, match="no app.py"):
        load_manifest(tmp_path)


def test_a_disk_that_cannot_be_used_is_told_before_anything_is_built(tmp_path: Path) -> None:
    good, small = tmp_path / "good", tmp_path / "small"
    good.write_bytes(bytes(512))
    small.write_bytes(bytes(511))
    check_disks([Disk("a", good), Disk("b", good, read_only=True)])
    for disks, message in (
        ([Disk("a", good), Disk("a", good)], "two disks named a"),
        ([Disk("a", tmp_path / "none")], "No such file or directory.  Make one: truncate -s 64M"),
        ([Disk("a", small)], "smaller than a sector"),
        ([Disk("a", tmp_path)], "neither a regular file nor a block device"),
    ):
        with pytest.raises(ValueError, match=message):
            check_disks(disks)
