"""Random snippets of which constants keep the low bits: sums and products that are made of words."""

from __future__ import annotations

from source import Chance, Source

BITS = (1, 3, 8, 16, 31, 32, 33, 60, 61, 62, 63, 64, 65, 80)


def low_bits(c: Chance, name: str) -> str:
    """`(a * 31 + b) & MASK`, `(a ^ b << 3) % 2**32` of ints of every size, in loops too."""
    source = Source()
    names = [f"{name}_M{number}" for number in range(2)]
    for one in names:
        source.add(f"{one}{c.one('', ': Final')} = {mask(c)}")

    def tree(depth: int) -> str:
        if depth == 0 or c.happens(0.15):
            return c.one("a", "b", "h", "-b", "~a", "(a >> 3)", "a // 7", "int(flag)", c.integer(), names[0])
        left, right = tree(depth - 1), tree(depth - 1)
        operator = c.one("+", "-", "*", "*", "^", "|", "&", "<<")
        return f"({left} {operator} {c.of(BITS) if operator == '<<' else right})"

    def kept() -> str:
        by = c.one(*names, mask(c), mask(c), mask(c), "a", c.small())
        if c.happens(0.3):
            power = c.of(BITS)
            return f"{tree(c.between(1, 3))} % {c.one(f'2**{power}', f'(1 << {power})', '256', '97')}"
        return f"{tree(c.between(1, 3))} & {by}"

    with source.block(f"def {name}_of(a: int, b: int, flag: bool) -> int"):
        source.add("h = 5381")
        with source.block(f"for i in range({c.between(2, 5)})"):
            source.add(f"h = {kept()}")
            source.add(f"{c.one('a', 'b')} {c.one('^', '+', '-', '*')}= {kept()}")
        source.add(f"return {kept()}")
    with source.block(f"def {name}() -> None"):
        for _ in range(4):
            a, b = c.integer(), c.integer()
            with source.block("try"):
                source.add(f"print({name}_of({a}, {b}, {c.one('True', 'False')}))")
            with source.block("except ArithmeticError as error"):
                source.add("print(type(error).__name__, error)")
    return source.text


def mask(c: Chance) -> str:
    bits = c.of(BITS)
    whole = c.one(f"0x{2**bits - 1:X}", f"(1 << {bits}) - 1", f"2**{bits} - 1")
    return whole if c.happens(0.7) else c.one(str(2**bits), "0x55", "-8", "0")
