"""cancel, CancelledError, finally and refusal to be cancelled."""

import asyncio


async def patient(name: str) -> None:
    try:
        print(name, "waits")
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    finally:
        print(name, "cleans up")


async def stubborn() -> str:
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("ignoring")
    return "finished anyway"


async def main() -> None:
    task = asyncio.create_task(patient("one"))
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("main saw it", task.cancelled(), task.done(), task.cancel())
    other = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    other.cancel()
    print(await other, other.cancelled())
    never = asyncio.create_task(patient("never started"))
    never.cancel()
    try:
        await never
    except asyncio.CancelledError:
        print("cancelled before its start")
    outer = asyncio.create_task(nested())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("nested gone")


async def nested() -> None:
    try:
        await patient("inner")
    finally:
        print("outer cleans up")


asyncio.run(main())
