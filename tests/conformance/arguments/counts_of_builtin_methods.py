"""What methods of built-in classes say of a wrong number of arguments; str.maketrans of anything."""

from typing import Any
calls: list[Any] = [
    "".find, "".count, "".startswith, "".upper, "".join, "".split, "".replace, "".center, "".zfill, "".encode, "".partition, "".expandtabs, "".splitlines, "".isalpha,
    b"".find, b"".endswith, b"".join, b"".hex, b"".decode, b"".replace, b"".lower, bytearray().append, bytearray().index, bytearray().insert, bytearray().pop,
    [1].index, [].append, [].insert, [].pop, [].clear, [].sort, [].reverse, [].extend, [].count,
    {}.get, {}.keys, {}.pop, {}.setdefault, {}.popitem, {}.items, {}.copy, set().add, set().pop, set().clear, set().remove, set().isdisjoint, (1,).index, (1,).count,
    (5).bit_length, (5).conjugate, (1.5).is_integer, (1.5).hex, (1.5).as_integer_ratio, range(3).index, range(3).count,
]
for call in calls:
    for given in ((), (1, 2, 3, 4), (1, 2, 3, 4, 5)):
        try:
            call(*given)
            print("no error")
        except Exception as error:
            if "argument" in str(error):
                print(error)
for method in (str.upper, str.find, list.append):
    try:
        m: Any = method
        m()
    except TypeError as error:
        print(error)
make: Any = str.maketrans
for arguments in (("abc", "def", 2), ("abc", "de"), ("abc",), ({"a": 1}, "x"), ("a", 5), ({"ab": 1},), ({1.5: 2},), ("ab", "cd", "e"), ({"a": "b", 99: None},)):
    try:
        print(make(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
