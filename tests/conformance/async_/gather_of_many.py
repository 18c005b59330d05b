"""The results of calls that were collected first: `gather(*calls)` gives a list of their kind."""

import asyncio
from collections.abc import Awaitable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def is_prime(number: int) -> bool:
    await asyncio.sleep(0)
    return number > 1 and all(number % d for d in range(2, number))


async def square(number: int) -> int:
    return number * number


async def half(number: int) -> float:
    return number / 2


async def name(number: int) -> str:
    return f"number {number}"


async def divisors(number: int) -> list[int]:
    return [d for d in range(1, number + 1) if number % d == 0]


async def nothing(number: int) -> None:
    pass


async def fails(number: int) -> bool:
    if number == 3:
        raise ValueError(f"not {number}")
    return True


async def all_of(calls: list[Awaitable[bool]]) -> bool:
    return all(await asyncio.gather(*calls))


async def described(work: Awaitable[T]) -> str:
    return f"gave {await work!r}"


def flags(last: int) -> list[Coroutine[Any, Any, bool]]:
    return [is_prime(number) for number in range(last)]


async def main() -> None:
    primes = await asyncio.gather(*[is_prime(number) for number in range(20)])
    print(sum(primes), all(primes), any(primes), primes[:5], len(primes))
    print([number for number, prime in enumerate(primes) if prime])

    mixed = await asyncio.gather(is_prime(7), *flags(5), is_prime(8))
    print(mixed, mixed.count(True))
    mixed = await asyncio.gather(*flags(7), return_exceptions=False)
    mixed.sort()
    print(mixed, mixed.index(True))

    squares = await asyncio.gather(*[square(number) for number in range(6)])
    squares.append(1000)
    print(squares, sum(squares), max(squares))
    halves = await asyncio.gather(*(half(number) for number in range(5)))
    print(halves, sum(halves), min(halves))
    names = await asyncio.gather(*map(name, range(3)))
    print(" | ".join(names))
    lists = await asyncio.gather(*[divisors(number) for number in (6, 7, 12)])
    print(lists, sum(len(some) for some in lists))
    print(await asyncio.gather(*[nothing(number) for number in range(3)]))

    print(await described(asyncio.gather(*flags(4))), await described(asyncio.gather(*map(square, range(4)))))
    print(await all_of([is_prime(2), is_prime(3)]), await all_of([is_prime(2), is_prime(4)]), await all_of([]))
    tasks = [asyncio.create_task(is_prime(number)) for number in range(2, 6)]
    print([bool(done) for done in await asyncio.gather(*tasks)])
    results = await asyncio.gather(*[fails(number) for number in range(5)], return_exceptions=True)
    print(results, sum(1 for result in results if result is True))
    try:
        await asyncio.gather(*[fails(number) for number in range(5)])
    except ValueError as error:
        print("error:", error)


asyncio.run(main())
