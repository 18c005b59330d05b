"""A report from records: dataclasses, grouping, formatting."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sale:
    item: str
    region: str
    count: int
    price: float

    @property
    def revenue(self) -> float:
        return self.count * self.price


LINES = """pen,north,10,1.50
ink,south,3,12.25
pen,south,7,1.50
book,north,1,30.00
broken line
ink,north,x,12.25
book,south,2,28.50"""


def parse(line: str) -> Sale:
    item, region, count, price = line.split(",")
    return Sale(item, region, int(count), float(price))


sales: list[Sale] = []
for number, line in enumerate(LINES.splitlines(), 1):
    try:
        sales.append(parse(line))
    except ValueError as error:
        print(f"line {number}: {error}")
by_item: dict[str, list[Sale]] = {}
for sale in sales:
    by_item.setdefault(sale.item, []).append(sale)
print(f"{'item':<8}{'count':>6}{'revenue':>12}")
for item, group in sorted(by_item.items(), key=lambda pair: -sum(s.revenue for s in pair[1])):
    print(f"{item:<8}{sum(s.count for s in group):>6}{sum(s.revenue for s in group):>12,.2f}")
print(max(sales, key=lambda s: s.revenue), len({s.region for s in sales}))
