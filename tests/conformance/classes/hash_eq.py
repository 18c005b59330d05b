"""__eq__ and __hash__ decide how dicts and sets see objects."""


class Key:
    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.text.lower() == other.text.lower()

    def __hash__(self) -> int:
        return hash(self.text.lower())


class Collide:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Collide) and self.n == other.n

    def __hash__(self) -> int:
        return 7


class Plain:
    pass


table = {Key("Host"): 1}
table[Key("HOST")] = 2
print(table[Key("host")], len(table), Key("a") in {Key("A")}, Key("a") == "a", [Key("x")].index(Key("X")))
many = {Collide(i): i for i in range(20)}
print(len(many), many[Collide(13)], Collide(99) in many)
a, b = Plain(), Plain()
print({a: 1, b: 2}[a], a == b, len({a, b, a}))


class Unhashable:
    def __eq__(self, other: object) -> bool:
        return True


try:
    hash(Unhashable())
except TypeError as error:
    print(error)
