"""A complete Xen with a Linux dom0 under QEMU, made of Debian's packages (docs/design/xen-lab.md).

packages   what is downloaded, through apt and its signatures; nothing is installed
archive    Debian packages read, initial RAM disks written
parts      the hypervisor, dom0's kernel and its initial RAM disk
store      the built parts, kept
machine    the lab running: commands for dom0, files, consoles
"""
