"""Several bases with fields: every attribute is the same one, whichever class reads it."""

from collections.abc import Callable


class Named:
    def __init__(self, name: str) -> None:
        self.name = name
        self.visible = True

    def title(self) -> str:
        return self.name.title() if self.visible else "?"


class Aged:
    def __init__(self, age: int) -> None:
        self.age = age
        self.weight = age * 1.5

    def older(self, years: int = 1) -> int:
        self.age += years
        return self.age


class Tagged:
    tags: list[str]

    def tag(self, *names: str) -> None:
        if not hasattr(self, "tags"):
            self.tags = []
        self.tags.extend(names)


class Person(Named, Aged):
    def __init__(self, name: str, age: int, job: str | None = None) -> None:
        Named.__init__(self, name)
        Aged.__init__(self, age)
        self.job = job

    def __repr__(self) -> str:
        return f"{self.title()} ({self.age}, {self.weight}, {self.job}, {self.visible})"


class Worker(Person, Tagged):
    def __init__(self, name: str, age: int) -> None:
        super().__init__(name, age, "worker")
        self.hours = [8, 8]

    def total(self) -> int:
        return sum(self.hours)


class Robot(Tagged, Named):
    count = 0

    def __init__(self, name: str) -> None:
        super().__init__(name)
        Robot.count += 1
        self.serial = f"{name}-{Robot.count}"


def rename(thing: Named, name: str) -> str:
    old, thing.name = thing.name, name
    return f"{old} -> {thing.name} {thing.title()}"


def birthday(thing: Aged) -> int:
    thing.weight += 0.5
    return thing.older()


def label(thing: Tagged, *names: str) -> list[str]:
    thing.tag(*names)
    return thing.tags


print(rename(Named("plain"), "simple"), birthday(Aged(3)), label(Tagged(), "a", "b"))
p = Person("ann", 30)
print(p, rename(p, "anna"), birthday(p), p)
w = Worker("bob", 40)
print(w, w.total(), label(w, "x"), label(w, "y", "z"), birthday(w), rename(w, "robert"))
w.visible = False
w.hours.append(2)
print(w, w.total(), w.tags, w.age, w.weight)
r = Robot("r")
print(r.serial, label(r, "metal"), rename(r, "robbie"), r.tags, r.visible, Robot("q").serial)
print([isinstance(x, c) for x in (p, w, r) for c in (Named, Aged, Tagged, Person, Robot)])
print([c.__name__ for c in (Worker, Robot)], issubclass(Worker, Aged), issubclass(Robot, Aged))


class Left:
    def __init__(self) -> None:
        self.value = 1
        self.left = "left"

    def bump(self) -> int:
        self.value += 1
        return self.value


class Right:
    def __init__(self) -> None:
        self.right = "right"
        self.value = 10

    def read(self) -> int:
        return self.value


class Shared(Left, Right):
    def __init__(self) -> None:
        Left.__init__(self)
        Right.__init__(self)


class Partial(Left, Right):
    """Never calls Right's initialiser."""

    def __init__(self) -> None:
        self.left = "only"


s = Shared()
print(s.bump(), s.read(), s.value, s.left, s.right)
print(Left().bump(), Right().read())
half = Partial()
attempts: list[Callable[[], str]] = [
    lambda: half.left,
    lambda: half.right,
    lambda: str(half.read()),
    lambda: str(half.bump()),
]
for attempt in attempts:
    try:
        print(attempt())
    except AttributeError as error:
        print("AttributeError:", error)
half.value = 5
print(half.read(), half.bump(), half.read())
things: list[Named | Aged] = [p, w, r, Named("n"), Aged(1)]
print([t.name if isinstance(t, Named) else t.age for t in things])
people: dict[str, Person] = {x.name: x for x in (p, w)}
print(people, sorted(people))
for i in range(1000):
    fresh = Worker(f"w{i}", i)
    fresh.tag("t")
    if i % 250 == 0:
        print(fresh, fresh.tags, fresh.hours)
