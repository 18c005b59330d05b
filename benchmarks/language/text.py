"""Text without regular expressions: split, strip, count and sort the words of an access log."""

from __future__ import annotations

from measuring import measure

METHODS = ["GET", "POST", "HEAD"]
PATHS = ["/", "/index.html", "/img/logo.png", "/api/items?page=2", "/api/items/17", "/about us"]


def log(lines: int) -> str:
    state = 42
    parts: list[str] = []
    for i in range(lines):
        state = (state * 1103515245 + 12345) % 2147483648
        method = METHODS[state // 65536 % 3]
        path = PATHS[state // 1024 % 6].replace(" ", "%20")
        status = 200 if state % 7 else 404
        parts.append(
            f"10.0.{state % 5}.{i % 50} - - [01/Jan/2024:{i % 24:02d}:{i % 60:02d}:00] "
            f'"{method} {path} HTTP/1.1" {status} {state % 5000}'
        )
    return "\n".join(parts)


class Summary:
    def __init__(self) -> None:
        self.by_path: dict[str, int] = {}
        self.by_host: dict[str, int] = {}
        self.sent = 0
        self.missing = 0

    def add(self, line: str) -> None:
        host, _, rest = line.partition(" ")
        request = rest[rest.index('"') + 1 : rest.rindex('"')]
        method, target, _ = request.split()
        path = target.partition("?")[0].lower()
        status, size = rest.rsplit(" ", 2)[1:]
        self.by_host[host] = self.by_host.get(host, 0) + 1
        key = f"{method} {path}"
        self.by_path[key] = self.by_path.get(key, 0) + 1
        self.sent += int(size)
        if status == "404":
            self.missing += 1

    def report(self) -> str:
        lines = ["%-30s %6d" % (key, count) for key, count in sorted(self.by_path.items())]
        hosts = sorted(self.by_host.items(), key=lambda item: (-item[1], item[0]))
        lines += [host.rjust(20) + ":" + str(count).zfill(5) for host, count in hosts[:10]]
        return "\n".join(lines) + f"\n{self.sent:,} bytes, {self.missing} missing"


TEXT = log(3000)


def run() -> bool:
    summary = Summary()
    for line in TEXT.splitlines():
        summary.add(line)
    report = summary.report()
    return len(report) == 982 and report.endswith("7,597,172 bytes, 429 missing")


if __name__ == "__main__":
    measure(run)
