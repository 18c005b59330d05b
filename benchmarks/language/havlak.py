"""Graphs, sets and union-find: loops of control flow graphs by Havlak's algorithm (are-we-fast-yet)."""

from __future__ import annotations

from measuring import measure

TOP, NON_HEADER, REDUCIBLE, SELF, IRREDUCIBLE, DEAD = range(6)


class Block:
    def __init__(self, name: int) -> None:
        self.name = name
        self.predecessors: list[Block] = []
        self.successors: list[Block] = []


class Graph:
    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def block(self, name: int) -> Block:
        while len(self.blocks) <= name:
            self.blocks.append(Block(len(self.blocks)))
        return self.blocks[name]

    def edge(self, source: int, target: int) -> None:
        last = max(source, target)
        self.block(last)
        self.blocks[source].successors.append(self.blocks[target])
        self.blocks[target].predecessors.append(self.blocks[source])


class Loop:
    def __init__(self, number: int) -> None:
        self.number = number
        self.parent: Loop | None = None
        self.children: set[int] = set()
        self.blocks: list[Block] = []
        self.header: Block | None = None
        self.reducible = True
        self.nesting = 0

    def put_into(self, parent: Loop) -> None:
        self.parent = parent
        parent.children.add(self.number)


class UnionNode:
    """A block while loops are found: collapsed into the header of its loop."""

    def __init__(self, block: Block, number: int) -> None:
        self.parent = self
        self.block = block
        self.number = number
        self.loop: Loop | None = None

    def find(self) -> UnionNode:
        passed: list[UnionNode] = []
        node = self
        while node is not node.parent:
            if node.parent is not node.parent.parent:
                passed.append(node)
            node = node.parent
        for one in passed:
            one.parent = node.parent
        return node


class Finder:
    """Tarjan's intervals as Havlak extended them to irreducible loops (TOPLAS 19(4), 1997)."""

    def __init__(self, graph: Graph) -> None:
        self.loops: list[Loop] = [Loop(0)]
        size = len(graph.blocks)
        self.size = size
        self.nodes: list[UnionNode] = []
        self.number: dict[Block, int] = {}
        self.last = [0] * size
        self.header = [0] * size
        self.kind = [NON_HEADER] * size
        self.non_back: list[set[int]] = [set() for _ in range(size)]
        self.back: list[list[int]] = [[] for _ in range(size)]
        if size > 0:
            self.walk(graph.blocks[0])
            self.sort_edges()
            for w in range(len(self.nodes) - 1, -1, -1):
                self.find_loop(w)

    def walk(self, block: Block) -> None:
        """Number the blocks in preorder and note the last descendant of each."""
        number = len(self.nodes)
        self.nodes.append(UnionNode(block, number))
        self.number[block] = number
        for following in block.successors:
            if following not in self.number:
                self.walk(following)
        self.last[number] = len(self.nodes) - 1

    def is_ancestor(self, w: int, v: int) -> bool:
        return w <= v <= self.last[w]

    def sort_edges(self) -> None:
        for w in range(len(self.nodes)):
            for previous in self.nodes[w].block.predecessors:
                v = self.number.get(previous, -1)
                if v < 0:
                    continue
                if self.is_ancestor(w, v):
                    self.back[w].append(v)
                else:
                    self.non_back[w].add(v)

    def find_loop(self, w: int) -> None:
        body: list[UnionNode] = []
        for v in self.back[w]:
            if v != w:
                body.append(self.nodes[v].find())
            else:
                self.kind[w] = SELF
        if body:
            self.kind[w] = REDUCIBLE
        work = list(body)
        while work:
            node = work.pop(0)
            for v in self.non_back[node.number]:
                other = self.nodes[v].find()
                if not self.is_ancestor(w, other.number):
                    self.kind[w] = IRREDUCIBLE
                    self.non_back[w].add(other.number)
                elif other.number != w and other not in body:
                    body.append(other)
                    work.append(other)
        if body or self.kind[w] == SELF:
            self.make_loop(w, body)

    def make_loop(self, w: int, body: list[UnionNode]) -> None:
        loop = Loop(len(self.loops))
        self.loops.append(loop)
        header = self.nodes[w]
        loop.header = header.block
        loop.reducible = self.kind[w] != IRREDUCIBLE
        header.loop = loop
        for node in body:
            self.header[node.number] = w
            node.parent = header
            if node.loop is not None:
                node.loop.put_into(loop)
            else:
                loop.blocks.append(node.block)

    def finish(self) -> None:
        """Put loops without a parent under the root, and number the depths."""
        root = self.loops[0]
        for loop in self.loops[1:]:
            if loop.parent is None:
                loop.put_into(root)
        self.set_nesting(root, 0)

    def set_nesting(self, loop: Loop, depth: int) -> None:
        loop.nesting = depth
        for number in sorted(loop.children):
            self.set_nesting(self.loops[number], depth + 1)


class Builder:
    """Graphs of nested loops."""

    def __init__(self) -> None:
        self.graph = Graph()
        self.graph.block(0)

    def diamond(self, start: int) -> int:
        graph = self.graph
        graph.edge(start, start + 1)
        graph.edge(start, start + 2)
        graph.edge(start + 1, start + 3)
        graph.edge(start + 2, start + 3)
        return start + 3

    def line(self, start: int, count: int) -> int:
        for i in range(count):
            self.graph.edge(start + i, start + i + 1)
        return start + count

    def base_loop(self, start: int) -> int:
        header = self.line(start, 1)
        first = self.diamond(header)
        second = self.line(first, 1)
        foot = self.diamond(second)
        self.graph.edge(second, header)
        self.graph.edge(foot, first)
        self.graph.edge(foot, start)
        return self.line(foot, 1)

    def nest(self, start: int, outer: int, inner: int) -> int:
        n = start
        for _ in range(outer):
            top = n
            n = self.line(n, 1)
            for _ in range(inner):
                n = self.base_loop(n)
            self.graph.edge(n, top)
            n = self.line(n, 1)
        return n


def find_all() -> tuple[int, int, int]:
    builder = Builder()
    end = 0
    for _ in range(24):
        start = end + 1
        builder.graph.edge(0, start)
        end = builder.nest(start, 6, 5)
    finder = Finder(builder.graph)
    finder.finish()
    loops = finder.loops
    return len(loops), sum(loop.nesting for loop in loops), sum(len(loop.blocks) for loop in loops)


def run() -> bool:
    return find_all() == (2305, 6624, 4464)


if __name__ == "__main__":
    measure(run)
