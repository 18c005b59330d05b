"""Tasks of coroutines that nobody has typed, gathered, waited for and shielded; what `Any` hides is told to whoever waits."""

import asyncio
import json
from typing import Any


async def square(x):
    await asyncio.sleep(0)
    return x * x


async def parsed(text: Any) -> int:
    await asyncio.sleep(0)
    return json.loads(text)  # type: ignore[no-any-return]


async def untyped():
    first = asyncio.ensure_future(square(2))
    second = asyncio.ensure_future(square(3))
    results = await asyncio.gather(first, second)
    for result in results:
        print("result", result)
    return results


async def main() -> None:
    print(await untyped())
    tasks = [asyncio.create_task(square(n)) for n in (2, 1.5, True)]
    print(await asyncio.gather(*tasks))
    print(await asyncio.gather(tasks[0], parsed("7")), await asyncio.gather(tasks[1]))
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(await asyncio.gather(parsed("1"), parsed("2"), square(4)))
    print(await asyncio.wait_for(tasks[1], 1), await asyncio.shield(tasks[2]))
    done, pending = await asyncio.wait(tasks)
    print(sorted(task.result() for task in done), pending)
    try:
        print(await asyncio.gather(square(3), square(None)))
    except TypeError as error:
        print(error)
    lazily: Any = square(5)
    print(await asyncio.gather(lazily), await asyncio.wait_for(square(6), 1))


asyncio.run(main())
