"""Containers ask for identity before equality: nan, and objects that are equal to nothing."""

import math


class Never:
    def __eq__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 1


def typed(values: list[float], value: float) -> None:
    print(value in values, values.count(value), values == list(values), values == values[:])
    print(value in tuple(values), tuple(values) == tuple(values), value in set(values), value in dict.fromkeys(values))
    try:
        print(values.index(value))
    except ValueError as error:
        print(error)


nan = float("nan")
other = float("nan")
typed([1.0, nan], nan)
typed([1.0, nan], other)
typed([1.0, math.nan], math.nan)
typed([0.5, 2.5], 2.5)
for f in (float("inf"), nan, 1.5):
    print(f in [f], f in (f,), f in {f}, f in {f: None}, [f].count(f), [f] == [f], (f,) == (f,), {f} == {f}, {f: None} == {f: None}, f == f, f is f)
pair = (nan, 1.0)
print(pair == (nan, 1.0), pair == (other, 1.0), nan in pair, other in pair, {nan, nan, other} == {other, nan}, len({nan, nan, other}))
values = [3.0, nan, 1.0]
values.remove(nan)
print(values, nan in values)
table = {nan: "a", other: "b", 1.0: "c"}
print(table[nan], table[other], table.get(math.nan), len(table))
print([x for x in [nan, 2.0] if x == x], max(1.0, 2.5), sum([0.5, 0.25]), sorted([2.0, 1.0]))
never = Never()
print(never in (never, 1), never in [never], never in (1, 2), (never,) == (never,), [never] == [never], never == never, never in iter([never]))
things: list[object] = [never, nan]
print(never in things, nan in things, things.count(never), things.index(nan))
