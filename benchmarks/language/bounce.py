"""Objects with mutable fields: balls bouncing in a box, and how often (are-we-fast-yet)."""

from __future__ import annotations

from measuring import measure


class Random:
    """A linear congruential generator of 16 bits."""

    def __init__(self) -> None:
        self.seed = 74755

    def next(self) -> int:
        self.seed = (self.seed * 1309 + 13849) & 65535
        return self.seed


class Ball:
    def __init__(self, random: Random) -> None:
        self.x = random.next() % 500
        self.y = random.next() % 500
        self.dx = random.next() % 300 - 150
        self.dy = random.next() % 300 - 150

    def bounce(self) -> bool:
        """One step; True when it touched a wall."""
        self.x += self.dx
        self.y += self.dy
        bounced = False
        if self.x > 500:
            self.x = 500
            self.dx = -abs(self.dx)
            bounced = True
        if self.x < 0:
            self.x = 0
            self.dx = abs(self.dx)
            bounced = True
        if self.y > 500:
            self.y = 500
            self.dy = -abs(self.dy)
            bounced = True
        if self.y < 0:
            self.y = 0
            self.dy = abs(self.dy)
            bounced = True
        return bounced


def bounces(balls: int, steps: int) -> int:
    random = Random()
    everyone = [Ball(random) for _ in range(balls)]
    count = 0
    for _ in range(steps):
        for ball in everyone:
            if ball.bounce():
                count += 1
    return count


def run() -> bool:
    return all(bounces(100, 50) == 1331 for _ in range(40))


if __name__ == "__main__":
    measure(run)
