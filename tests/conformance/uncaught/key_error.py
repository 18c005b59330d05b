# boot: yes
"""A missing key three calls deep."""


class Shop:
    def __init__(self) -> None:
        self.prices = {"pen": 3}

    def price(self, name: str) -> int:
        return self.prices[name]

    def total(self, names: list[str]) -> int:
        total = 0
        for name in names:
            total += self.price(name)
        return total


shop = Shop()
print(shop.total(["pen", "pen"]))
print(shop.total(["pen", "ink"]))
