# expect-refusal: no-threads
"""An executor needs threads."""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, sum, [1, 2]))


asyncio.run(main())
