"""Weak sets and dictionaries whose members live: sets by name, items by keyword, what is taken out last-in."""

import weakref
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any


class Star:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


sirius, vega, deneb, rigel = stars = [Star(name) for name in ("Sirius", "Vega", "Deneb", "Rigel")]


def names(found: Any) -> list[str]:
    return sorted(star.name for star in found)


bright = weakref.WeakSet([sirius, vega, rigel])
summer = weakref.WeakSet([vega, deneb])
print(names(bright.union(summer)), names(bright | summer), type(bright | summer).__name__)
print(names(bright.intersection([vega, deneb])), names(bright & summer))
print(names(bright.difference(summer)), names(bright - summer))
print(names(bright.symmetric_difference(summer)), names(bright ^ summer))
print(bright.issubset(stars), bright.issuperset([vega]), bright.isdisjoint([deneb]), bright.isdisjoint(summer))
print(bright == weakref.WeakSet([rigel, vega, sirius]), bright <= summer, weakref.WeakSet([vega]) < bright)
try:
    bright.copy().intersection_update([[]])
except TypeError as error:
    print(error)
changed = bright.copy()
changed.difference_update(summer)
changed.symmetric_difference_update([sirius, deneb])
print(names(changed), len(changed), vega in changed, "x" in changed)
changed.intersection_update([deneb])
print(names(changed), changed.pop(), len(changed))
try:
    changed.pop()
except KeyError as error:
    print(error)
changed.update(iter(stars))
changed.discard(vega)
changed.remove(deneb)
print(names(changed))

places = weakref.WeakValueDictionary({"first": sirius}, second=vega)
places.update(third=deneb, self=rigel)
print(list(places.items()), [ref() for ref in places.itervaluerefs()], len(places.valuerefs()))
print(places.popitem(), places.popitem(), sorted(places))
ranks: weakref.WeakKeyDictionary[Star, int] = weakref.WeakKeyDictionary()
for rank, star in enumerate(stars):
    ranks[star] = rank
print(ranks.popitem(), len(ranks), [ref() for ref in ranks.keyrefs()])


def lost(reference: object) -> None:
    print("lost")


plain, watched = weakref.ref(vega), weakref.ref(vega, lost)
print(plain.__callback__, watched.__callback__ is lost, plain == watched)
changing: Any = watched
try:
    changing.__callback__ = None
except AttributeError:
    print("read only")

# Sets are equal to views and to sets of the application; a weak set only to another weak set.
strong = {vega, deneb}
loose = weakref.WeakSet(strong)
print(loose == strong, strong == loose, loose != strong, loose == weakref.WeakSet([deneb, vega]))
anything: Any = loose
print(anything == strong, strong == anything, frozenset(strong) == anything, anything != strong)
byname = {1: "one", 2: "two"}
print({1, 2} == byname.keys(), byname.keys() == {1, 2}, frozenset(byname.items()) == byname.items(), {1} != byname.keys())


class Multiples(AbstractSet[int]):
    """Those of a number below 10; nothing is stored."""

    def __init__(self, of: int) -> None:
        self.of = of

    def __contains__(self, item: object) -> bool:
        return isinstance(item, int) and 0 <= item < 10 and item % self.of == 0

    def __iter__(self) -> Iterator[int]:
        return iter(range(0, 10, self.of))

    def __len__(self) -> int:
        return len(range(0, 10, self.of))


threes: Any = Multiples(3)
print({0, 3, 6, 9} == Multiples(3), Multiples(3) == {0, 3, 6, 9}, {0, 3} != threes, threes == frozenset([0]))
print({0, 5} == [0, 5], [0, 5] == frozenset([0, 5]), {0, 5} == None)
