# stdin: 2024-03-01T10:00:00 INFO web GET /index 200 12ms\n2024-03-01T10:00:01 ERROR db timeout after 3000ms\n2024-03-01T10:00:05 INFO web GET /api/users/7 200 31ms\n2024-03-01T10:01:00 WARN web GET /missing 404 3ms\nnot a log line\n2024-03-01T10:01:30 INFO web POST /api/users 500 250ms\n2024-03-01T10:02:10 ERROR db timeout after 4500ms\n2024-13-01T00:00:00 INFO web GET / 200 1ms\n2024-03-01T10:02:11 INFO web GET /api/users/9 200 29ms\n\n2024-03-01T10:02:12 DEBUG cache hit=3 miss=1 ratio=0.75\n
"""Log analysis from standard input: regular expressions, grouping, percentiles, sessions, a malformed-line report."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TextIO

LINE = re.compile(r"(?P<at>\S+) (?P<level>[A-Z]+) (?P<source>\w+) (?P<text>.*)")
REQUEST = re.compile(r"(?P<verb>GET|POST|PUT) (?P<path>\S+) (?P<status>\d{3}) (?P<ms>\d+)ms")
NUMBER = re.compile(r"(?<=/)\d+")


@dataclass(frozen=True, slots=True)
class Record:
    at: datetime
    level: str
    source: str
    text: str
    number: int

    @property
    def request(self) -> re.Match[str] | None:
        return REQUEST.fullmatch(self.text)


@dataclass
class Malformed(Exception):
    number: int
    line: str
    why: str = "no match"

    def __str__(self) -> str:
        return f"line {self.number}: {self.why}: {self.line!r}"


def parse(stream: TextIO, bad: list[Malformed]) -> Iterator[Record]:
    for number, line in enumerate(stream, start=1):
        line = line.rstrip("\n")
        if not line:
            continue
        try:
            found = LINE.fullmatch(line)
            if found is None:
                raise Malformed(number, line)
            try:
                at = datetime.fromisoformat(found["at"])
            except ValueError as error:
                raise Malformed(number, line, str(error)) from error
        except Malformed as error:
            bad.append(error)
            continue
        yield Record(at, found["level"], found["source"], found["text"], number)


@dataclass
class Bucket:
    times: list[int] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    def quantile(self, q: float) -> int:
        ordered = sorted(self.times)
        return ordered[min(int(q * len(ordered)), len(ordered) - 1)]


def sessions(records: Iterable[Record], gap: timedelta) -> list[list[Record]]:
    out: list[list[Record]] = []
    last: datetime | None = None
    for record in records:
        if last is None or record.at - last > gap:
            out.append([])
        out[-1].append(record)
        last = record.at
    return out


def main(stream: TextIO) -> int:
    bad: list[Malformed] = []
    records = list(parse(stream, bad))
    levels = Counter(r.level for r in records)
    print(len(records), "records", levels.most_common(), f"{levels.total()}", levels["FATAL"])
    paths: defaultdict[str, Bucket] = defaultdict(Bucket)
    for record in records:
        if (m := record.request) is not None:
            bucket = paths[f"{m['verb']} {NUMBER.sub('{id}', m['path'])}"]
            bucket.times.append(int(m["ms"]))
            bucket.statuses[int(m["status"])] += 1
    for path, bucket in sorted(paths.items(), key=lambda kv: (-len(kv[1].times), kv[0])):
        print(f"{path:<22} n={len(bucket.times)} p50={bucket.quantile(0.5)} max={max(bucket.times)} {dict(bucket.statuses)}")
    for group in sessions(records, timedelta(seconds=45)):
        span = group[-1].at - group[0].at
        print(f"{group[0].at:%H:%M:%S} +{span} {len(group)} {span.total_seconds():g}s", sorted({r.source for r in group}))
    timeouts = [int(n) for r in records if r.source == "db" for n in re.findall(r"\d+", r.text)]
    print(timeouts, sum(timeouts) / len(timeouts), dict(re.findall(r"(\w+)=([\d.]+)", records[-1].text)))
    by_minute = Counter(r.at.replace(second=0) for r in records)
    for minute in sorted(by_minute):
        print(minute.strftime("%H:%M"), "█" * by_minute[minute])
    for error in bad:
        print(error, repr(error.__cause__) if error.__cause__ else "", file=sys.stderr)
    return len(bad)


if __name__ == "__main__":
    sys.exit(main(sys.stdin))
