"""Tries of several kinds: a radix tree as a mapping, longest prefix routing, and an automaton that finds many words at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar, cast

V = TypeVar("V")


class Missing:
    def __repr__(self) -> str:
        return "MISSING"

    def __bool__(self) -> bool:
        return False


MISSING: Final = Missing()


@dataclass(slots=True)
class Edge(Generic[V]):
    label: str
    value: V | Missing = MISSING
    children: dict[str, Edge[V]] = field(default_factory=dict)

    def walk(self, prefix: str) -> Iterator[tuple[str, V]]:
        if not isinstance(self.value, Missing):
            yield prefix, self.value
        for first in sorted(self.children):
            child = self.children[first]
            yield from child.walk(prefix + child.label)


def shared(a: str, b: str) -> int:
    count = 0
    for x, y in zip(a, b):
        if x != y:
            break
        count += 1
    return count


class Radix(MutableMapping[str, V]):
    def __init__(self, items: Iterable[tuple[str, V]] = ()) -> None:
        self._root: Edge[V] = Edge("")
        self._size = 0
        for key, value in items:
            self[key] = value

    def __setitem__(self, key: str, value: V) -> None:
        edge, rest = self._root, key
        while rest:
            child = edge.children.get(rest[0])
            if child is None:
                child = edge.children[rest[0]] = Edge(rest)
                edge, rest = child, ""
                continue
            length = shared(child.label, rest)
            if length < len(child.label):
                middle: Edge[V] = Edge(child.label[:length])
                child.label = child.label[length:]
                middle.children[child.label[0]] = child
                edge.children[rest[0]] = middle
                child = middle
            edge, rest = child, rest[length:]
        self._size += isinstance(edge.value, Missing)
        edge.value = value

    def _find(self, key: str) -> Edge[V] | None:
        edge, rest = self._root, key
        while rest:
            child = edge.children.get(rest[0])
            if child is None or not rest.startswith(child.label):
                return None
            edge, rest = child, rest[len(child.label) :]
        return edge

    def __getitem__(self, key: str) -> V:
        edge = self._find(key)
        if edge is None or isinstance(edge.value, Missing):
            raise KeyError(key)
        return edge.value

    def __delitem__(self, key: str) -> None:
        path: list[tuple[Edge[V], str]] = []
        edge, rest = self._root, key
        while rest:
            child = edge.children.get(rest[0])
            if child is None or not rest.startswith(child.label):
                raise KeyError(key)
            path.append((edge, rest[0]))
            edge, rest = child, rest[len(child.label) :]
        if isinstance(edge.value, Missing):
            raise KeyError(key)
        edge.value = MISSING
        self._size -= 1
        if path and not edge.children:
            parent, first = path[-1]
            del parent.children[first]
            path.pop()
            edge = parent
        if path and isinstance(edge.value, Missing) and len(edge.children) == 1:
            (only,) = edge.children.values()
            only.label = edge.label + only.label
            parent, first = path[-1]
            parent.children[first] = only

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self._root.walk(""))

    def __len__(self) -> int:
        return self._size

    def starting(self, prefix: str) -> list[tuple[str, V]]:
        edge, rest, seen = self._root, prefix, ""
        while rest:
            child = edge.children.get(rest[0])
            if child is None:
                return []
            length = shared(child.label, rest)
            if length < min(len(rest), len(child.label)):
                return []
            seen += child.label
            edge, rest = child, rest[length:]
        return list(edge.walk(seen))

    def longest_prefix(self, text: str) -> tuple[str, V] | None:
        edge, at, best = self._root, 0, cast("tuple[str, V] | None", None)
        while True:
            if not isinstance(edge.value, Missing):
                best = text[:at], edge.value
            child = edge.children.get(text[at : at + 1])
            if child is None or not text.startswith(child.label, at):
                return best
            edge, at = child, at + len(child.label)

    def shape(self, edge: Edge[V] | None = None) -> str:
        edge = self._root if edge is None else edge
        inner = " ".join(self.shape(edge.children[c]) for c in sorted(edge.children))
        return f"{edge.label}{'' if isinstance(edge.value, Missing) else '*'}" + (f"({inner})" if inner else "")


class Automaton:
    """Finds all of many words in one pass (Aho and Corasick)."""

    def __init__(self, words: Iterable[str]) -> None:
        self.moves: list[dict[str, int]] = [{}]
        self.ends: list[list[str]] = [[]]
        for word in words:
            state = 0
            for letter in word:
                if letter not in self.moves[state]:
                    self.moves[state][letter] = len(self.moves)
                    self.moves.append({})
                    self.ends.append([])
                state = self.moves[state][letter]
            self.ends[state].append(word)
        self.back = [0] * len(self.moves)
        queue = deque(self.moves[0].values())
        while queue:
            state = queue.popleft()
            for letter, following in self.moves[state].items():
                queue.append(following)
                self.back[following] = self.step(self.back[state], letter)
                self.ends[following] = self.ends[following] + self.ends[self.back[following]]

    def step(self, state: int, letter: str) -> int:
        while state and letter not in self.moves[state]:
            state = self.back[state]
        return self.moves[state].get(letter, 0)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        state = 0
        for at, letter in enumerate(text):
            state = self.step(state, letter)
            for word in self.ends[state]:
                yield at - len(word) + 1, word

    def replace(self, text: str, new: Callable[[str], str]) -> str:
        """Leftmost, then longest."""
        out, done = [], 0
        for start, word in sorted(self.find(text), key=lambda hit: (hit[0], -len(hit[1]))):
            if start >= done:
                out += [text[done:start], new(word)]
                done = start + len(word)
        return "".join(out) + text[done:]


tree: Radix[int] = Radix((word, i) for i, word in enumerate("romane romanus romulus rubens ruber rubicon rubicundus rom".split()))
print(tree.shape(), len(tree), list(tree))
print(tree["ruber"], "rub" in tree, tree.get("ruby", -1), tree.starting("rubi"), tree.starting("roma"), tree.starting("x"), tree.starting("romx"), len(tree.starting("")))
tree["rub"] = 99
tree[""] = -1
del tree["romane"]
print(tree.shape(), tree.pop("rubens"), tree.shape())
for missing in ("romane", "ro", "zzz", "rubensx"):
    try:
        del tree[missing]
    except KeyError as error:
        print("missing", error)
print(tree.longest_prefix("rubiconic"), (tree.longest_prefix("rubiconx") or ("none", 0))[0], tree.longest_prefix("zebra"), len(tree), dict(tree.items())["rom"])
model: dict[str, int] = {}
random_tree: Radix[int] = Radix()
seed = 12345
for n in range(1200):
    seed = (seed * 1103515245 + 12345) % 2**31
    word = "".join("abc"[(seed >> s) % 3] for s in range(8, 8 + 2 * (1 + seed % 6), 2))
    if seed % 7 < 4:
        random_tree[word] = model[word] = n
    elif word in model:
        del random_tree[word], model[word]
print(dict(random_tree) == model, list(random_tree) == sorted(model), len(random_tree) == len(model))
random_tree.clear()
print(random_tree.shape() == "", len(random_tree), list(random_tree.values()))
routes: Radix[str] = Radix([("/", "root"), ("/api", "api"), ("/api/users", "users"), ("/static/", "files")])
print([(p, (routes.longest_prefix(p) or ("", "none"))[1]) for p in ("/", "/api/users/7", "/apix", "/static", "/static/a.css", "nothing")])
finder = Automaton(["he", "she", "his", "hers", "us", "sher"])
print(list(finder.find("ushers and his")), finder.replace("ushers and his", str.upper), finder.replace("xyz", str.upper), list(Automaton([]).find("abc")))
text = "abracadabra" * 3
words = ["abra", "a", "cad", "bra", "dabrab", "raa"]
naive: list[Any] = sorted((i, w) for w in words for i in range(len(text)) if text.startswith(w, i))
print(sorted(Automaton(words).find(text)) == naive, len(naive), bool(MISSING), repr(MISSING))
