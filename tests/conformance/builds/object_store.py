"""Contents by digest, trees, commits, branches, merge bases and status: a version-control core in memory."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NewType

Digest = NewType("Digest", str)
HEAD: Final = "HEAD"


class StoreError(Exception):
    pass


@dataclass
class Objects:
    content: dict[Digest, bytes] = field(default_factory=dict)
    writes: int = 0

    def put(self, kind: str, body: bytes) -> Digest:
        raw = f"{kind} {len(body)}\0".encode() + body
        digest = Digest(hashlib.sha1(raw).hexdigest())
        if digest not in self.content:
            self.writes += 1
            self.content[digest] = raw
        return digest

    def get(self, digest: Digest, kind: str) -> bytes:
        header, _, body = self.content[digest].partition(b"\0")
        found, size = header.decode().split()
        if found != kind:
            raise StoreError(f"{digest[:7]} is a {found}, not a {kind}")
        if int(size) != len(body):
            raise StoreError(f"{digest[:7]} is damaged")
        return body


@dataclass(frozen=True)
class Commit:
    tree: Digest
    parents: tuple[Digest, ...]
    message: str


class Repository:
    def __init__(self) -> None:
        self.objects = Objects()
        self.branches: dict[str, Digest] = {}
        self.current = "main"
        self.work: dict[str, str] = {}

    def write_tree(self, files: dict[str, str], prefix: str = "") -> Digest:
        entries: dict[str, Digest] = {}
        for path in sorted(files):
            if not path.startswith(prefix):
                continue
            name, slash, _ = path[len(prefix) :].partition("/")
            if slash and name + "/" not in entries:
                entries[name + "/"] = self.write_tree(files, prefix + name + "/")
            elif not slash:
                entries[name] = self.objects.put("blob", files[path].encode())
        body = "".join(f"{digest} {name}\n" for name, digest in sorted(entries.items()))
        return self.objects.put("tree", body.encode())

    def read_tree(self, digest: Digest, prefix: str = "") -> Iterator[tuple[str, Digest]]:
        for line in self.objects.get(digest, "tree").decode().splitlines():
            child, name = line.split(" ", 1)
            if name.endswith("/"):
                yield from self.read_tree(Digest(child), prefix + name)
            else:
                yield prefix + name, Digest(child)

    def commit(self, message: str, *more: Digest) -> Digest:
        tip = self.branches.get(self.current)
        parents = (() if tip is None else (tip,)) + more
        lines = [f"tree {self.write_tree(self.work)}", *(f"parent {p}" for p in parents), "", message]
        digest = self.objects.put("commit", "\n".join(lines).encode())
        self.branches[self.current] = digest
        return digest

    def read(self, digest: Digest) -> Commit:
        head, _, message = self.objects.get(digest, "commit").decode().partition("\n\n")
        pairs = [line.split() for line in head.splitlines()]
        parents = tuple(Digest(value) for key, value in pairs if key == "parent")
        return Commit(Digest(pairs[0][1]), parents, message)

    def files(self, digest: Digest) -> dict[str, str]:
        tree = self.read(digest).tree
        return {path: self.objects.get(blob, "blob").decode() for path, blob in self.read_tree(tree)}

    def status(self) -> list[str]:
        tip = self.branches.get(self.current)
        before = self.files(tip) if tip else {}
        marks = [(path, "A") for path in self.work.keys() - before.keys()]
        marks += [(path, "D") for path in before.keys() - self.work.keys()]
        marks += [(path, "M") for path in self.work.keys() & before.keys() if self.work[path] != before[path]]
        return [f"{mark} {path}" for path, mark in sorted(marks)]

    def switch(self, name: str, create: bool = False) -> None:
        if self.status():
            raise StoreError("work is not committed: " + ", ".join(self.status()))
        if create:
            self.branches[name] = self.branches[self.current]
        elif name not in self.branches:
            raise StoreError(f"no branch {name}")
        self.current = name
        self.work = self.files(self.branches[name])

    def history(self, start: Digest) -> Iterator[Digest]:
        seen = {start}
        queue = deque([start])
        while queue:
            digest = queue.popleft()
            yield digest
            for parent in self.read(digest).parents:
                if parent not in seen:
                    seen.add(parent)
                    queue.append(parent)

    def base(self, a: Digest, b: Digest) -> Digest | None:
        mine = set(self.history(a))
        return next((d for d in self.history(b) if d in mine), None)

    def merge(self, name: str) -> str:
        ours, theirs = self.branches[self.current], self.branches[name]
        base = self.base(ours, theirs)
        if base == theirs:
            return "already up to date"
        if base == ours:
            self.branches[self.current] = theirs
            self.work = self.files(theirs)
            return "fast-forward"
        assert base is not None
        old, left, right = self.files(base), self.files(ours), self.files(theirs)
        conflicts = []
        for path in sorted(old.keys() | left.keys() | right.keys()):
            o, x, y = old.get(path), left.get(path), right.get(path)
            result = x if x == y or y == o else y if x == o else None
            if result is None and not (x == y or (y == o and x is None) or (x == o and y is None)):
                conflicts.append(path)
                result = f"<<<{x}|||{y}>>>"
            if result is None:
                self.work.pop(path, None)
            else:
                self.work[path] = result
        if conflicts:
            return f"conflicts in {', '.join(conflicts)}"
        self.commit(f"merge {name}", theirs)
        return "merged"


repo = Repository()
repo.work = {"README": "hello", "src/main.py": "print(1)", "src/lib/util.py": "x = 1", "src/lib/empty.py": ""}
print(repo.status())
first = repo.commit("first")
print(first, repo.objects.writes, repo.read(first).parents)
repo.work["README"] = "hello wörld"
del repo.work["src/lib/empty.py"]
repo.work["copy"] = "print(1)"
print(repo.status())
try:
    repo.switch("topic", create=True)
except StoreError as error:
    print(error)
repo.commit("second\n\nwith a body")
repo.switch("topic", create=True)
repo.work["src/main.py"] = "print(2)"
repo.work["new"] = "n"
repo.commit("on topic")
repo.switch("main")
print(repo.work["src/main.py"], repo.objects.writes)
repo.work["README"] = "changed"
repo.commit("on main")
print(repo.merge("topic"), repo.work)
print(repo.merge("topic"))
repo.switch("topic")
print(repo.merge("main"), repo.status())
repo.work["new"] = "theirs"
repo.commit("t")
repo.switch("main")
repo.work["new"] = "ours"
repo.commit("m")
print(repo.merge("topic"), repo.work["new"])
for digest in repo.history(repo.branches["main"]):
    found = repo.read(digest)
    print(digest[:7], [p[:7] for p in found.parents], repr(found.message))
for act in (lambda: repo.objects.get(first, "blob"), lambda: repo.switch("none")):
    try:
        act()
    except StoreError as error:
        print("error:", error)
repo.objects.content[first] += b"!"
repo.read(first)
