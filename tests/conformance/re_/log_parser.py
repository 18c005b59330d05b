"""Reading a web server's log: named groups, optional parts, counters."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

LINE = re.compile(
    r"""
    ^(?P<host>\S+)\s+\S+\s+(?P<user>\S+)\s+       # who
    \[(?P<day>\d{2})/(?P<month>[A-Z][a-z]{2})/(?P<year>\d{4}):(?P<time>[\d:]+)\s[+-]\d{4}\]\s+
    "(?P<method>GET|POST|PUT|DELETE)\ (?P<path>[^ ?"]+)(?:\?(?P<query>[^ "]*))?\ HTTP/(?P<version>\d\.\d)"\s+
    (?P<status>\d{3})\s+(?P<size>\d+|-)            # what came of it
    (?:\s+"(?P<referer>[^"]*)"\s+"(?P<agent>[^"]*)")?\s*$
    """,
    re.VERBOSE,
)

LOG = '''
127.0.0.1 - bob [10/Oct/2023:13:55:36 +0200] "GET /index.html HTTP/1.1" 200 2326
10.0.0.7 - - [10/Oct/2023:13:55:40 +0200] "POST /api/items?id=5&x=y HTTP/1.1" 201 17 "http://a/" "curl/8.0 (x86)"
10.0.0.7 - - [10/Oct/2023:13:56:01 +0200] "GET /api/items/5 HTTP/2.0" 404 -
broken line
192.168.1.9 - alice [11/Nov/2023:00:00:00 +0000] "DELETE /api/items/5? HTTP/1.1" 204 0 "" "-"
10.0.0.7 - - [11/Nov/2023:00:00:01 +0000] "BREW /pot HTTP/1.1" 418 0
'''


@dataclass
class Entry:
    host: str
    user: str | None
    when: tuple[int, str, int]
    request: str
    status: int
    size: int
    query: dict[str, str]


def parse(line: str) -> Entry | None:
    found = LINE.match(line)
    if not found:
        return None
    user = found["user"]
    size = found.group("size")
    query = dict(re.findall(r"(\w+)=(\w*)", found["query"] or ""))
    return Entry(
        host=found["host"],
        user=None if user == "-" else user,
        when=(int(found["day"]), found["month"], int(found["year"])),
        request=f"{found['method']} {found['path']}",
        status=int(found["status"]),
        size=int(size) if size != "-" else 0,
        query=query,
    )


def main() -> None:
    by_host: defaultdict[str, list[Entry]] = defaultdict(list)
    statuses: Counter[int] = Counter()
    bad = 0
    for line in LOG.strip().splitlines():
        entry = parse(line)
        if entry is None:
            bad += 1
            print("bad:", line[:30])
            continue
        print(entry)
        by_host[entry.host].append(entry)
        statuses[entry.status // 100] += 1
    print(bad, sorted(statuses.items()))
    for host, entries in sorted(by_host.items()):
        print(host, len(entries), sum(e.size for e in entries), [e.request for e in entries])
    found = LINE.match(LOG.strip().splitlines()[1])
    assert found
    for name, value in found.groupdict("none").items():
        print(f"{name:8} {value}")
    print(found.lastgroup, found.lastindex, LINE.groups, sorted(LINE.groupindex, key=lambda k: LINE.groupindex[k])[:3])


main()
