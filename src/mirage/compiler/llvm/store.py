"""Compiled units kept from one build to the next, in one SQLite file.

A key is the hash of everything a unit is made from, so an entry is right whoever made it.  The store is
only ever a help: a file that is damaged, locked or on a full disk means compiling again, not an error.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

LIMIT = 512 << 20  # bytes of compressed objects; beyond it the ones used longest ago are forgotten
_CHUNK = 500  # keys in a question; SQLite takes 999

_SCHEMA = """
create table if not exists objects (
    key text primary key, object blob not null, used integer not null
) without rowid
"""


class ObjectStore:
    """`find` and `keep` many objects at a time; safe for several processes."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "units.sqlite"

    def find(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The objects that are kept, by key."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, bytes] = {}
        try:
            with self._connection() as connection:
                for start in range(0, len(wanted), _CHUNK):
                    some = wanted[start : start + _CHUNK]
                    marks = ",".join("?" * len(some))
                    rows = connection.execute(
                        f"select key, object from objects where key in ({marks})", some
                    )
                    found.update((key, zlib.decompress(data)) for key, data in rows)
                now = int(time.time())
                connection.executemany(
                    "update objects set used = ? where key = ? and used < ?",
                    [(now, key, now - 300) for key in found],
                )
        except (sqlite3.Error, zlib.error, OSError) as error:
            self._complain(error)
        return found

    def keep(self, objects: Mapping[str, bytes]) -> None:
        """Remember objects, and forget the oldest beyond the limit."""
        now = int(time.time())
        rows = [(key, zlib.compress(data, 1), now) for key, data in objects.items()]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._connection() as connection:
                connection.executemany("insert or replace into objects values (?, ?, ?)", rows)
                self._forget(connection)
        except (sqlite3.Error, OSError) as error:
            self._complain(error)

    def _forget(self, connection: sqlite3.Connection) -> None:
        pages = connection.execute("pragma page_count").fetchone()[0]
        free = connection.execute("pragma freelist_count").fetchone()[0]
        size = connection.execute("pragma page_size").fetchone()[0]
        if (pages - free) * size <= LIMIT:
            return
        oldest_half = "select key from objects order by used limit (select count(*) / 2 from objects)"
        connection.execute(f"delete from objects where key in ({oldest_half})")

    @contextlib.contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self._path, timeout=30)
        try:
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = off")  # a damaged file is thrown away
            connection.execute(_SCHEMA)
            with connection:
                yield connection
        finally:
            connection.close()

    def _complain(self, error: Exception) -> None:
        """Throw away a file that is not what it should be."""
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            for suffix in ("", "-wal", "-shm"):
                with contextlib.suppress(OSError):
                    self._path.with_name(self._path.name + suffix).unlink()
