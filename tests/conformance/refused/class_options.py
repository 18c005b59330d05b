# expect-refusal: dynamic-class
"""Keywords of a class statement that are known at run time only."""

class Base:
    def __init_subclass__(cls, **options: object) -> None:
        print(options)


d = {"x": 1}


class A(Base, **d):
    pass
