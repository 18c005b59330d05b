"""`sum`, `max` and `sorted` over what generators without annotations give."""

from typing import Any
def gen(xs):
    for x in xs:
        yield x

def g2(xs: Any) -> Any:
    return iter(xs)

def show(f: Any) -> None:
    try:
        print(f())
    except TypeError as e:
        print("TypeError", e)

show(lambda: sum(list(gen([1, 2.5]))))
show(lambda: sum(gen([1, 2.5])))
show(lambda: sum(gen([1.5, 2])))
show(lambda: sum(g2([1, 2.5])))
show(lambda: sum(iter([1, 2.5])))
z: Any = gen([1, 2.5])
show(lambda: sum(z))
show(lambda: max(gen([1, 2.5])))
show(lambda: sorted(gen([3, 2.5])))
show(lambda: sum(gen(["a"])))
show(lambda: sum(x for x in gen([1, 2.5])))
