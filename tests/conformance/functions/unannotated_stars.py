"""Functions without annotations that take any arguments, and generators without that return something."""


class Oops(Exception):
    def __init__(self, *args, **more):
        super().__init__(*args)
        self.count = len(args)
        self.more = more


class Quiet(Oops):
    def __init__(self, first, *rest):
        super().__init__(first, *rest, quiet=True)
        self.first = first


def total(*numbers, **named):
    found = 0
    for n in numbers:
        found += n
    for name, value in sorted(named.items()):
        print("  ", name, value)
        found += value
    return found


def passed_on(*args, **kwargs):
    return total(*args, **kwargs)


def steps(count):
    for n in range(count):
        yield n
    return ["done", count]


def around(count):
    result = yield from steps(count)
    yield result
    return {"result": result}


def main() -> None:
    print(total(), total(1, 2), total(1, a=2, b=3.5), passed_on(4, 5, z=1))
    for error in (Oops(), Oops(1, "a"), Oops("x", key=2), Quiet("first", 2)):
        try:
            raise error
        except Oops as caught:
            print(repr(caught), caught.args, caught.count, caught.more)
    it = around(2)
    while True:
        try:
            print(next(it))
        except StopIteration as stop:
            print("stopped with", stop.value)
            break
    print(list(around(1)), list(steps(3)))
    pick = lambda *args: args[-1]  # noqa: E731
    print(pick(1, 2, 3))


main()
