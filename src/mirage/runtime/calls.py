"""Arguments of calls through function objects (the vectorcall convention)."""

from __future__ import annotations

from mirage.lowlevel import address_of, i64, load64, new_with_tail, object_at, store64, tail_address, u64

_UNSET = u64(2)  # the word that means "not given"


def bind(
    name: str,
    address: u64,
    nargs: i64,
    kwnames: tuple[str, ...] | None,
    names: tuple[str, ...],
    positional: i64,
    star: bool,
    star2: bool,
    required: i64,
) -> tuple[object, ...]:
    """The words of the parameters `names`, then of `*args` and `**kwargs` where there are such.

    address     the caller's array: nargs positional values, then those of the keywords `kwnames`
    positional  how many of `names` take positional values
    returns     a tuple of words; the word 2 stands for a parameter nobody gave
    """
    count = i64(len(names))
    total = count
    if star:
        total = total + 1
    if star2:
        total = total + 1
    result = new_with_tail(tuple, total)
    slots = tail_address(result)
    i = i64(0)
    while i < count:
        store64(slots + u64(i * 8), _UNSET)
        i = i + 1
    i = i64(0)
    while i < nargs and i < positional:
        store64(slots + u64(i * 8), load64(address + u64(i * 8)))
        i = i + 1
    if nargs > positional and not star:
        raise TypeError(_too_many(name, positional, required, nargs))
    if star:
        extra = nargs - positional
        if extra < 0:
            extra = i64(0)
        rest = new_with_tail(tuple, extra)
        target = tail_address(rest)
        i = i64(0)
        while i < extra:
            store64(target + u64(i * 8), load64(address + u64((positional + i) * 8)))
            i = i + 1
        store64(slots + u64(count * 8), address_of(rest))
    keywords: dict[str, object] = {}
    if kwnames is not None:
        place = nargs
        for keyword in kwnames:
            word = load64(address + u64(place * 8))
            place = place + 1
            index = _position(names, keyword)
            if index < 0:
                if not star2:
                    raise TypeError(f"{name}() got an unexpected keyword argument '{keyword}'")
                keywords[keyword] = object_at(word)
            elif load64(slots + u64(index * 8)) != _UNSET:
                raise TypeError(f"{name}() got multiple values for argument '{keyword}'")
            else:
                store64(slots + u64(index * 8), word)
    if star2:
        store64(slots + u64((total - 1) * 8), address_of(keywords))
    i = i64(0)
    while i < required:
        if load64(slots + u64(i * 8)) == _UNSET:
            raise TypeError(f"{name}() missing required positional argument: '{names[int(i)]}'")
        i = i + 1
    return result


def _position(names: tuple[str, ...], keyword: str) -> i64:
    index = i64(0)
    for name in names:
        if name == keyword:
            return index
        index = index + 1
    return i64(-1)


def _too_many(name: str, positional: i64, required: i64, given: i64) -> str:
    most = int(positional)
    takes = f"{most}" if required == positional else f"from {int(required)} to {most}"
    plural = "" if most == 1 else "s"
    were = "was" if given == 1 else "were"
    return f"{name}() takes {takes} positional argument{plural} but {int(given)} {were} given"
