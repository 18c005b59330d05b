# expect-refusal: unsupported
"""A private class in a class and in its base: CPython mangles the names apart, but not what the classes are called."""


class Chain:
    class __Node:
        pass

    def node(self) -> object:
        return self.__Node()


class Ring(Chain):
    class __Node:
        pass

    def node(self) -> object:
        return self.__Node()


print(type(Chain().node()).__name__, type(Ring().node()).__name__)
