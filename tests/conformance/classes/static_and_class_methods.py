"""Static and class methods, alternative constructors."""


class Date:
    count = 0

    def __init__(self, year: int, month: int, day: int) -> None:
        self.year, self.month, self.day = year, month, day

    @classmethod
    def parse(cls, text: str) -> "Date":
        cls.count += 1
        year, month, day = [int(part) for part in text.split("-")]
        return cls(year, month, day)

    @staticmethod
    def is_leap(year: int) -> bool:
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    def show(self) -> str:
        return f"{self.year:04}/{self.month:02}/{self.day:02}"


class Appointment(Date):
    def show(self) -> str:
        return "at " + super().show()


print(Date.parse("2024-2-29").show(), Appointment.parse("1999-12-31").show(), Date.count, Appointment.count)
print([y for y in (1900, 2000, 2023, 2024) if Date.is_leap(y)], Date(1, 2, 3).is_leap(4))
make = Date.parse
print(make("2020-01-05").show())
