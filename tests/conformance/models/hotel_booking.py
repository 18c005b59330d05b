"""Rooms, rates by season and weekday, overlapping stays, waiting lists and cancellations with fees."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from functools import total_ordering
from itertools import count


class RoomKind(Enum):
    SINGLE = ("single", 1, 8000)
    DOUBLE = ("double", 2, 12000)
    SUITE = ("suite", 4, 30050)

    def __init__(self, label: str, beds: int, cents: int) -> None:
        self.label = label
        self.beds = beds
        self.cents = cents


@total_ordering
@dataclass(frozen=True, eq=True)
class Stay:
    arrival: date
    departure: date

    def __post_init__(self) -> None:
        if self.departure <= self.arrival:
            raise ValueError(f"departure {self.departure} is not after arrival {self.arrival}")

    def __lt__(self, other: Stay) -> bool:
        return (self.arrival, self.departure) < (other.arrival, other.departure)

    def __len__(self) -> int:
        return (self.departure - self.arrival).days

    def __iter__(self) -> Iterator[date]:
        return (self.arrival + timedelta(n) for n in range(len(self)))

    def __and__(self, other: Stay) -> bool:
        return self.arrival < other.departure and other.arrival < self.departure


@dataclass(order=True)
class Booking:
    stay: Stay
    number: int
    guest: str = field(compare=False)
    cents: int = field(compare=False, default=0)


class NoRoom(Exception):
    def __init__(self, kind: RoomKind, stay: Stay, conflicts: list[Booking]) -> None:
        super().__init__(f"no {kind.label} for {len(stay)} nights from {stay.arrival:%d.%m.}")
        self.conflicts = conflicts


class Hotel:
    def __init__(self, rooms: dict[str, RoomKind]) -> None:
        self.rooms = rooms
        self.plan: dict[str, list[Booking]] = {room: [] for room in rooms}
        self.waiting: defaultdict[RoomKind, list[tuple[str, Stay]]] = defaultdict(list)
        self.numbers = count(1001)
        self.log: list[str] = []

    def price(self, kind: RoomKind, stay: Stay) -> int:
        total = 0
        for night in stay:
            cents = kind.cents
            if night.weekday() in (4, 5):
                cents = cents * 5 // 4
            if night.month in (7, 8) or (night.month, night.day) >= (12, 24):
                cents += cents // 3
            total += cents
        return total * 9 // 10 if len(stay) >= 7 else total

    def book(self, guest: str, kind: RoomKind, stay: Stay, *, wait: bool = False) -> Booking:
        conflicts: list[Booking] = []
        for room, bookings in self.plan.items():
            if self.rooms[room] is kind:
                clash = [b for b in bookings if b.stay & stay]
                if not clash:
                    booking = Booking(stay, next(self.numbers), guest, self.price(kind, stay))
                    insort(bookings, booking)
                    self.log.append(f"{booking.number} {guest} in {room}")
                    return booking
                conflicts += clash
        if wait:
            self.waiting[kind].append((guest, stay))
        raise NoRoom(kind, stay, conflicts)

    def cancel(self, number: int, today: date) -> int:
        """Take a booking out, seat who waits; the fee."""
        for room, bookings in self.plan.items():
            for booking in bookings:
                if booking.number == number:
                    bookings.remove(booking)
                    days = (booking.stay.arrival - today).days
                    fee = 0 if days > 14 else booking.cents // 2 if days > 2 else booking.cents
                    self.seat_waiting(self.rooms[room])
                    return fee
        raise LookupError(f"no booking {number}")

    def seat_waiting(self, kind: RoomKind) -> None:
        for entry in self.waiting[kind][:]:
            try:
                self.book(entry[0], kind, entry[1])
            except NoRoom:
                continue
            self.waiting[kind].remove(entry)

    def chart(self, first: date, days: int) -> str:
        lines = ["      " + "".join(f"{(first + timedelta(n)).day % 10}" for n in range(days))]
        for room, bookings in self.plan.items():
            cells = ["."] * days
            for booking in bookings:
                for night in booking.stay:
                    if 0 <= (night - first).days < days:
                        cells[(night - first).days] = booking.guest[0]
            lines.append(f"{room:<6}" + "".join(cells))
        return "\n".join(lines)


def stay(text: str) -> Stay:
    start, nights = text.split("+")
    arrival = date.fromisoformat("2024-" + start)
    return Stay(arrival, arrival + timedelta(int(nights)))


hotel = Hotel({"1": RoomKind.SINGLE, "2": RoomKind.DOUBLE, "3": RoomKind.DOUBLE, "4": RoomKind.SUITE})
for guest, kind, when in [
    ("Ada", RoomKind.DOUBLE, "07-01+3"), ("Bob", RoomKind.DOUBLE, "07-02+7"), ("Cy", RoomKind.DOUBLE, "07-03+2"),
    ("Dan", RoomKind.DOUBLE, "07-04+2"), ("Eve", RoomKind.SINGLE, "06-28+5"), ("Fay", RoomKind.SUITE, "07-05+0"),
    ("Gil", RoomKind.SUITE, "07-05+2"), ("Hal", RoomKind.SINGLE, "07-02+1"), ("Ida", RoomKind.SINGLE, "07-03+1"),
    ("Jo", RoomKind.DOUBLE, "07-06+8"),
]:  # fmt: skip
    try:
        booking = hotel.book(guest, kind, stay(when), wait=True)
        print(f"{guest}: {booking.number}, {len(booking.stay)} nights, {booking.cents / 100:.2f}")
    except NoRoom as error:
        print(f"{guest}: {error}, because of {[b.guest for b in sorted(error.conflicts)]}")
    except ValueError as error:
        print(f"{guest}: {error}")
print(hotel.chart(date(2024, 6, 28), 18))
for number in (1001, 1002, 1002, 9):
    try:
        print(number, "fee", hotel.cancel(number, date(2024, 6, 25)) / 100)
    except LookupError as error:
        print(error)
print(hotel.chart(date(2024, 6, 28), 18), hotel.waiting[RoomKind.DOUBLE], sep="\n")
print(*hotel.log, sep="; ")
print(
    stay("02-28+3") & stay("03-02+1"),
    stay("02-28+3") < stay("02-28+4"),
    max(stay("01-01+1"), stay("01-02+1")),
)
print(
    [f"{d:%a}" for d in stay("02-28+3")],
    stay("01-01+2") == stay("01-01+2"),
    RoomKind["SUITE"].beds,
)
hotel.book("Zoe", RoomKind.SINGLE, stay("06-30+1"))
