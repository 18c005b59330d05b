"""Connect four on bitboards with alpha-beta search and a transposition table."""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH, HEIGHT = 7, 6
COLUMN = HEIGHT + 1
FULL = sum(((1 << HEIGHT) - 1) << (COLUMN * c) for c in range(WIDTH))
ORDER = sorted(range(WIDTH), key=lambda c: (abs(c - WIDTH // 2), c))


class IllegalMove(Exception):
    def __init__(self, column: int, reason: str) -> None:
        super().__init__(column, reason)
        self.column = column

    def __str__(self) -> str:
        return f"column {self.column + 1}: {self.args[1]}"


@dataclass(frozen=True)
class Position:
    mine: int = 0
    all: int = 0

    @property
    def moves(self) -> int:
        return self.all.bit_count()

    def can_play(self, column: int) -> bool:
        return not self.all >> (column * COLUMN + HEIGHT - 1) & 1

    def play(self, column: int) -> Position:
        """The position seen by the other side after the move."""
        if not 0 <= column < WIDTH:
            raise IllegalMove(column, "there is none")
        if not self.can_play(column):
            raise IllegalMove(column, "is full")
        return Position(self.mine ^ self.all, self.all | (self.all + (1 << (column * COLUMN))))

    @property
    def lost(self) -> bool:
        """Whether the side that has just moved has four in a row."""
        board = self.mine ^ self.all
        for step in (1, COLUMN, COLUMN - 1, COLUMN + 1):
            pairs = board & (board >> step)
            if pairs & (pairs >> (2 * step)):
                return True
        return False

    def __str__(self) -> str:
        first = self.mine if self.moves % 2 == 0 else self.mine ^ self.all
        rows = []
        for row in reversed(range(HEIGHT)):
            cells = ""
            for column in range(WIDTH):
                bit = 1 << (column * COLUMN + row)
                cells += "." if not self.all & bit else "X" if first & bit else "O"
            rows.append(cells)
        return "\n".join(rows)


@dataclass
class Search:
    table: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    nodes: int = 0

    def value(self, position: Position, depth: int, low: int = -100, high: int = 100) -> int:
        """Positive when the side to move wins: more for sooner."""
        self.nodes += 1
        if position.lost:
            return -(50 - position.moves)
        if position.all == FULL or depth == 0:
            return 0
        key = (position.mine, position.all)
        known = self.table.get(key)
        if known is not None and known[0] >= depth:
            return known[1]
        best = -100
        for column in ORDER:
            if position.can_play(column):
                best = max(best, -self.value(position.play(column), depth - 1, -high, -low))
                low = max(low, best)
                if low >= high:
                    return best
        self.table[key] = (depth, best)
        return best

    def best(self, position: Position, depth: int) -> tuple[int, int]:
        scored = [
            (-self.value(position.play(c), depth - 1), -i)
            for i, c in enumerate(ORDER)
            if position.can_play(c)
        ]
        score, order = max(scored)
        return ORDER[-order], score


def after(text: str) -> Position:
    position = Position()
    for digit in text:
        position = position.play(int(digit) - 1)
    return position


for text in ["", "4", "44", "1122334", "112233", "4455", "121213", "12121212", "1121", "4444443"]:
    position = after(text)
    if position.lost:
        print(f"{text}: won by {'OX'[position.moves % 2]}")
        continue
    search = Search()
    column, score = search.best(position, 4)
    print(f"{text or 'start'}: play {column + 1}, score {score}")
print(after("4455332"), after("1213141516"), sep="\n\n")
game = Position()
search = Search()
moves = ""
while not game.lost and game.all != FULL and len(moves) < 14:
    column, score = search.best(game, 3)
    moves += str(column + 1)
    game = game.play(column)
print(moves, game.lost, hex(game.all), len(search.table) > 0)
print(game)
for text in ["1111111", "8", "0"]:
    try:
        after(text)
    except IllegalMove as error:
        print(error, error.args)
print(bin(FULL).count("1"), ORDER, after("4") == after("4"), len({after("12"), after("12"), after("21")}))
