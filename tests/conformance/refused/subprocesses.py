# expect-refusal: no-processes
"""Other programs cannot be started."""

import asyncio


async def main() -> None:
    process = await asyncio.create_subprocess_exec("ls", "-l")
    print(await process.wait())


asyncio.run(main())
