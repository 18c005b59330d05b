# expect-refusal: local-class
"""A class whose methods see the variables of the function around it: there would be one for each call."""


def adder(n: int) -> object:
    class Adder:
        def __call__(self, k: int) -> int:
            return k + n

    return Adder()


print(adder(3))
