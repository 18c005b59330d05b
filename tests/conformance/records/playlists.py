"""Playlists: tracks, smart lists by predicates, shuffles without neighbours and set operations."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, MutableSequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import overload


@dataclass(frozen=True, order=True)
class Track:
    artist: str
    title: str
    seconds: int
    tags: frozenset[str] = field(default=frozenset(), compare=False)

    def __str__(self) -> str:
        return f"{self.artist} - {self.title} [{self.seconds // 60}:{self.seconds % 60:02}]"


class Playlist(MutableSequence[Track]):
    def __init__(self, name: str, tracks: Iterable[Track] = ()) -> None:
        self.name = name
        self.tracks = list(tracks)

    @overload
    def __getitem__(self, index: int) -> Track: ...
    @overload
    def __getitem__(self, index: slice) -> Playlist: ...
    def __getitem__(self, index: int | slice) -> Track | Playlist:
        if isinstance(index, slice):
            return Playlist(f"{self.name}*", self.tracks[index])
        return self.tracks[index]

    @overload
    def __setitem__(self, index: int, value: Track) -> None: ...
    @overload
    def __setitem__(self, index: slice, value: Iterable[Track]) -> None: ...
    def __setitem__(self, index: int | slice, value: Track | Iterable[Track]) -> None:
        if isinstance(index, int):
            assert isinstance(value, Track)
            self.tracks[index] = value
        else:
            assert not isinstance(value, Track)
            self.tracks[index] = value

    def __delitem__(self, index: int | slice) -> None:
        del self.tracks[index]

    def __len__(self) -> int:
        return len(self.tracks)

    def insert(self, index: int, value: Track) -> None:
        self.tracks.insert(index, value)

    def __or__(self, other: Playlist) -> Playlist:
        return Playlist(f"{self.name}|{other.name}", dict.fromkeys([*self, *other]))

    def __repr__(self) -> str:
        minutes, seconds = divmod(sum(t.seconds for t in self), 60)
        return f"<{self.name}: {len(self)} tracks, {minutes}:{seconds:02}>"

    def shuffled(self, seed: int) -> Playlist:
        """Shuffled so that no artist follows itself where that can be."""
        rng = random.Random(seed)
        best = list(self.tracks)
        for _ in range(50):
            rng.shuffle(best)
            if all(a.artist != b.artist for a, b in pairwise(best)):
                break
        return Playlist(f"{self.name}~", best)


def smart(
    library: Iterable[Track], *tests: Callable[[Track], bool], limit: int | None = None
) -> Iterator[Track]:
    for track in library:
        if limit == 0:
            return
        if all(test(track) for test in tests):
            yield track
            limit = None if limit is None else limit - 1


def tagged(tag: str) -> Callable[[Track], bool]:
    return lambda track: tag in track.tags


def shorter(seconds: int) -> Callable[[Track], bool]:
    return lambda track: track.seconds < seconds


library = [
    Track(artist, title, seconds, frozenset(tags.split()))
    for artist, title, seconds, tags in [
        ("Moss", "Low Tide", 245, "calm sea"),
        ("Arc", "Signal", 198, "fast"),
        ("Moss", "Lichen", 312, "calm"),
        ("Delta", "Reeds", 187, "calm river"),
        ("Arc", "Relay", 221, "fast night"),
        ("Moss", "Estuary", 176, "sea river"),
    ]
]
everything = Playlist("all", library)
calm = Playlist("calm", smart(library, tagged("calm"), shorter(300)))
water = Playlist("water", smart(library, lambda t: bool(t.tags & {"sea", "river"}), limit=2))
print(everything, calm, water, calm | water, everything[1:4], everything[::-2])
print(*sorted(everything), sep="\n")
mixed = everything.shuffled(7)
print(all(a.artist != b.artist for a, b in pairwise(mixed)), sorted(mixed) == sorted(library))
print(
    Counter(t.artist for t in everything).most_common(),
    Counter(tag for t in library for tag in sorted(t.tags)),
)
queue = Playlist("queue")
queue.extend(calm)
queue.append(library[1])
queue += [library[4], library[4]]
queue.reverse()
print([t.title for t in queue], queue.count(library[4]), queue.index(library[1]), library[2] in queue)
queue.remove(library[4])
queue[0:1] = library[2:3]
queue[-1] = library[5]
print(queue.pop().title, queue.pop(0).title, [str(t) for t in reversed(queue)])
try:
    queue.remove(library[3])
    queue.remove(library[3])
except ValueError as error:
    print("not there:", type(error).__name__)
queue.clear()
print(queue, bool(queue), Track("Moss", "Lichen", 312) == library[2])
