"""A journey booked in steps, each with its undoing, run forwards and then backwards."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeAlias

Action: TypeAlias = Callable[["Trip"], Awaitable[None]]


class BookingError(Exception):
    def __init__(self, what: str, code: int) -> None:
        super().__init__(f"{what} ({code})")
        self.code = code


class SoldOut(BookingError):
    def __init__(self, what: str) -> None:
        super().__init__(f"{what} sold out", 410)


@dataclass
class Trip:
    traveller: str
    budget: int
    held: dict[str, int] = field(default_factory=dict)

    def pay(self, what: str, price: int) -> None:
        if price > self.budget:
            raise BookingError(f"{self.traveller} cannot pay {what}", 402)
        self.budget -= price
        self.held[what] = price

    def refund(self, what: str) -> None:
        self.budget += self.held.pop(what)


@dataclass(frozen=True)
class Step:
    name: str
    act: Action
    undo: Action


def booking(name: str, price: int, *, available: bool = True, stubborn: bool = False) -> Step:
    async def act(trip: Trip) -> None:
        await asyncio.sleep(0)
        if not available:
            raise SoldOut(name)
        trip.pay(name, price)

    async def undo(trip: Trip) -> None:
        await asyncio.sleep(0)
        if stubborn:
            raise BookingError(f"{name} is not refunded", 409)
        trip.refund(name)

    return Step(name, act, undo)


async def book(trip: Trip, steps: list[Step]) -> str:
    done: list[Step] = []
    try:
        for step in steps:
            await step.act(trip)
            done.append(step)
    except BookingError as error:
        troubles: list[Exception] = []
        while done:
            step = done.pop()
            try:
                await step.undo(trip)
                print("  undone", step.name)
            except BookingError as trouble:
                troubles.append(trouble)
        if troubles:
            raise ExceptionGroup("cannot undo all", troubles) from error
        return f"given back: {error}"
    return "booked " + ", ".join(f"{name} {price}" for name, price in trip.held.items())


async def main() -> None:
    plans: list[tuple[Trip, list[Step]]] = [
        (Trip("Ada", 500), [booking("train", 90), booking("room", 200), booking("car", 120)]),
        (Trip("Bob", 250), [booking("train", 90), booking("room", 200)]),
        (
            Trip("Cleo", 900),
            [booking("flight", 300), booking("room", 200), booking("boat", 1, available=False)],
        ),
        (Trip("Dan", 400), [booking("visa", 60, stubborn=True), booking("train", 90), booking("jet", 999)]),
    ]
    for trip, steps in plans:
        print(trip.traveller)
        try:
            print(" ", await book(trip, steps))
        except* BookingError as group:
            cause = group.__cause__
            print("  ", group.message, [str(one) for one in group.exceptions], "because", cause)
        print("  left", trip.budget, trip.held)


asyncio.run(main())
