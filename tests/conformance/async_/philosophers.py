"""Five tasks share five locks in an order that cannot deadlock."""

import asyncio


class Table:
    def __init__(self, seats: int) -> None:
        self.forks = [asyncio.Lock() for _ in range(seats)]
        self.meals = [0] * seats

    async def dine(self, seat: int, meals: int) -> None:
        left, right = sorted((seat, (seat + 1) % len(self.forks)))
        for _ in range(meals):
            async with self.forks[left]:
                await asyncio.sleep(0)
                async with self.forks[right]:
                    self.meals[seat] += 1
            await asyncio.sleep(0)


async def main() -> None:
    table = Table(5)
    await asyncio.gather(*(table.dine(seat, 10) for seat in range(5)))
    print(table.meals, sum(table.meals), any(fork.locked() for fork in table.forks))
    print("all have eaten")


asyncio.run(main())
