"""Which disks a program is given: `NAME=PATH` or `NAME:ro=PATH`, one a line, as MIRAGE_DISKS holds them."""

from __future__ import annotations


class GivenDisk:
    """One disk.  `path` is a file of the host; for a virtual machine, what its device is called there."""

    def __init__(self, name: str, path: str, read_only: bool) -> None:
        self.name = name
        self.path = path
        self.read_only = read_only


def parse_disks(text: str) -> list[GivenDisk]:
    """Read the list; what is not of this form is left out, since `mirage run` has checked it."""
    found: list[GivenDisk] = []
    for line in text.split("\n"):
        at = line.find("=")
        if at > 0 and at + 1 < len(line):
            name = line[:at]
            read_only = name.endswith(":ro")
            if read_only:
                name = name[:-3]
            found.append(GivenDisk(name, line[at + 1 :], read_only))
    return found
