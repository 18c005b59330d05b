"""An analyser of web server logs: a verbose pattern, status classes, percentiles, per-minute buckets, top clients."""

from __future__ import annotations

import ipaddress
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

LINE = re.compile(
    r"""^(?P<host>\S+)\ \S+\ (?P<user>\S+)\ \[(?P<when>[^\]]+)\]\ # client, user, time
    "(?P<method>[A-Z]+)\ (?P<path>[^ ?"]+)(?:\?(?P<query>[^ "]*))?\ HTTP/(?P<version>\d\.\d)"\ # request
    (?P<status>\d{3})\ (?P<size>\d+|-)(?:\ (?P<ms>\d+(?:\.\d+)?)ms)?$""",
    re.VERBOSE | re.ASCII,
)

LOG = """\
10.0.0.1 - - [10/Oct/2023:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326 12.5ms
10.0.0.2 - ada [10/Oct/2023:13:55:37 +0000] "POST /login?next=%2F HTTP/1.1" 302 - 101ms
2001:db8::7 - - [10/Oct/2023:15:56:01 +0200] "GET /img/a.png HTTP/2.0" 404 153 3ms
10.0.0.1 - - [10/Oct/2023:13:56:10 +0000] "GET /index.html HTTP/1.1" 304 0 1.25ms
this line is broken
192.168.7.9 - bob [10/Oct/2023:13:57:00 -0130] "DELETE /api/items/7 HTTP/1.1" 500 72 950.75ms
10.0.0.2 - ada [10/Oct/2023:13:57:59 +0000] "GET /api/items?page=2&size=10 HTTP/1.1" 200 18000 48ms
10.0.0.1 - - [32/Oct/2023:13:57:59 +0000] "GET / HTTP/1.1" 200 1 1ms
"""


@dataclass(slots=True)
class Hit:
    host: ipaddress.IPv4Address | ipaddress.IPv6Address
    user: str | None
    when: datetime
    method: str
    path: str
    status: int
    size: int
    milliseconds: float

    @property
    def family(self) -> str:
        return f"{self.status // 100}xx"


def parse(text: str, rejected: list[tuple[int, str]]) -> Iterator[Hit]:
    for number, line in enumerate(text.splitlines(), 1):
        match = LINE.match(line)
        if match is None:
            rejected.append((number, "no match"))
            continue
        try:
            when = datetime.strptime(match["when"], "%d/%b/%Y:%H:%M:%S %z")
        except ValueError as error:
            rejected.append((number, str(error)))
            continue
        fields = match.groupdict(default="")
        yield Hit(
            ipaddress.ip_address(fields["host"]),
            None if fields["user"] == "-" else fields["user"],
            when.astimezone(timezone.utc),
            fields["method"],
            fields["path"],
            int(fields["status"]),
            int(fields["size"]) if fields["size"].isdigit() else 0,
            float(fields["ms"] or "nan"),
        )


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    position = share * (len(ordered) - 1)
    low = int(position)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (position - low)


rejected: list[tuple[int, str]] = []
hits = list(parse(LOG, rejected))
print(len(hits), "hits,", len(rejected), "rejected:", rejected)
print(Counter(hit.family for hit in hits).most_common())
by_path: defaultdict[str, list[Hit]] = defaultdict(list)
for hit in hits:
    by_path[re.sub(r"/\d+(?=/|$)", "/:id", hit.path)].append(hit)
for path, group in sorted(by_path.items(), key=lambda item: (-len(item[1]), item[0])):
    print(f"{path:<16} {len(group):>2} {sum(h.size for h in group):>8,} B {statistics.fmean(h.milliseconds for h in group):9.3f} ms")
times = [hit.milliseconds for hit in hits]
print([round(percentile(times, p), 3) for p in (0, 0.5, 0.9, 1)], statistics.median(times), round(statistics.pstdev(times), 6))
start = min(hit.when for hit in hits)
buckets = Counter((hit.when - start) // timedelta(minutes=1) for hit in hits)
for minute in range(max(buckets) + 1):
    if buckets[minute]:
        print(f"+{minute:03d} min {'*' * buckets[minute]}")
networks = [ipaddress.ip_network("10.0.0.0/24"), ipaddress.ip_network("2001:db8::/32")]
for network in networks:
    print(network, sum(hit.host in network for hit in hits))
print(sorted({hit.user for hit in hits if hit.user}), max(hits, key=lambda h: h.size).path, hits[2].when.isoformat(), hits[3])
assert not rejected, f"{len(rejected)} lines were rejected"
