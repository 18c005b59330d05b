"""A crawler over a pretended site: TaskGroup, semaphores, timeouts, cancellation, groups of errors caught with except*."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

SITE: dict[str, list[str]] = {
    "/": ["/a", "/b", "/c"],
    "/a": ["/a/1", "/a/2", "/"],
    "/b": ["/b/slow", "/missing"],
    "/c": ["/c/bad"],
    "/a/1": [],
    "/a/2": ["/a/1"],
    "/b/slow": [],
}


class HttpError(Exception):
    def __init__(self, status: int, url: str) -> None:
        super().__init__(f"{status} for {url}")
        self.status = status


class Site:
    def __init__(self, limit: int) -> None:
        self.gate = asyncio.Semaphore(limit)
        self.active = self.most = self.requests = 0

    async def get(self, url: str) -> list[str]:
        async with self.gate:
            self.requests += 1
            self.active += 1
            self.most = max(self.most, self.active)
            try:
                await asyncio.sleep(10 if "slow" in url else 0)
                if "bad" in url:
                    raise HttpError(500, url)
                if url not in SITE:
                    raise HttpError(404, url)
                return SITE[url]
            finally:
                self.active -= 1


async def crawl(site: Site, start: str) -> tuple[list[str], dict[str, str]]:
    seen: set[str] = set()
    failed: dict[str, str] = {}

    async def visit(url: str, group: asyncio.TaskGroup) -> None:
        try:
            async with asyncio.timeout(0.02):
                links = await site.get(url)
        except TimeoutError:
            failed[url] = "timeout"
            return
        except HttpError as error:
            failed[url] = str(error.status)
            return
        for link in links:
            if link not in seen:
                seen.add(link)
                group.create_task(visit(link, group), name=link)

    seen.add(start)
    async with asyncio.TaskGroup() as group:
        group.create_task(visit(start, group))
    return sorted(seen), dict(sorted(failed.items()))


async def fetch_all(site: Site, urls: Iterable[str]) -> dict[str, int]:
    async with asyncio.TaskGroup() as group:
        tasks = {url: group.create_task(site.get(url)) for url in urls}
    return {url: len(task.result()) for url, task in tasks.items()}


async def strict(site: Site, urls: list[str]) -> str:
    notes: list[str] = []
    try:
        return str(await fetch_all(site, urls))
    except* HttpError as group:
        codes = sorted(e.status for e in group.exceptions if isinstance(e, HttpError))
        notes.append(f"http {codes}")
    except* ZeroDivisionError as group:
        notes.append(f"math {len(group.exceptions)}")
    return "; ".join(notes)


async def cancelled() -> list[str]:
    log: list[str] = []

    async def stubborn(name: str, rounds: int) -> str:
        for i in range(rounds):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                log.append(f"{name} told {i}")
        return name

    async def polite() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            log.append("polite cleaned up")

    tasks = [asyncio.create_task(stubborn("s", 1)), asyncio.create_task(polite())]
    await asyncio.sleep(0)
    for task in tasks:
        print(task.cancel(), task.cancelling(), end=" ")
    results = await asyncio.gather(*tasks, return_exceptions=True)
    log.append(f"{results[0]} {type(results[1]).__name__} {[t.cancelled() for t in tasks]}")
    shield = asyncio.create_task(asyncio.sleep(0.01, "shielded"))
    try:
        await asyncio.wait_for(asyncio.shield(shield), 0.001)
    except TimeoutError:
        log.append(f"waited; {shield.done()}")
    log.append(await shield)
    done, pending = await asyncio.wait(
        [asyncio.create_task(asyncio.sleep(t, t)) for t in (0.03, 0, 0.001)], return_when=asyncio.FIRST_COMPLETED
    )
    log.append(f"{len(done)} done {len(pending)} pending {sorted(d.result() for d in done)[0]}")
    for late in pending:
        late.cancel()
    return log


async def main() -> None:
    site = Site(2)
    print(*await crawl(site, "/"), site.most, site.requests, sep="\n")
    print(await strict(site, ["/", "/a"]), await strict(site, ["/c/bad", "/missing"]))
    print(*await cancelled(), sep="\n")
    results = [await f for f in asyncio.as_completed([asyncio.sleep(t, t) for t in (0.02, 0, 0.01)])]
    print(results)
    await fetch_all(site, ["/", "/nowhere", "/c/bad"])


asyncio.run(main())
