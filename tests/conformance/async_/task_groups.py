"""Futures and task sets by hand."""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    future: asyncio.Future[int] = loop.create_future()
    loop.call_soon(future.set_result, 42)
    print(future.done(), await future, future.done(), future.result())
    failing: asyncio.Future[int] = loop.create_future()
    failing.set_exception(ValueError("set"))
    try:
        await failing
    except ValueError as error:
        print(error)
    order: list[str] = []
    task = asyncio.create_task(step(order))
    task.add_done_callback(lambda t: order.append(f"callback {t.result()}"))
    order.append("before")
    await task
    await asyncio.sleep(0)
    print(order)


async def step(order: list[str]) -> int:
    order.append("step")
    await asyncio.sleep(0)
    order.append("step end")
    return 7


asyncio.run(main())
