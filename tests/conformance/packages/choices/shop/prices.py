print("prices starts", __name__)


class Price:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __str__(self) -> str:
        from .totals import format_cents

        return format_cents(self.cents)


BOOK = Price(1999)
