"""Arguments of calls through function objects (the vectorcall convention)."""

from __future__ import annotations

from typing import NoReturn, TypeAlias

from mirage.lowlevel import (
    address_of,
    i64,
    load64,
    new_with_tail,
    noinline,
    object_at,
    store64,
    tail_address,
    u64,
)

_UNSET = u64(2)  # the word that means "not given"

Signature: TypeAlias = tuple[str, tuple[str, ...], int, int, int, int, int, int]
"""What `bind` knows of a function, a constant of the compiler's:

qualified name · names of the parameters (positional ones, then keyword-only ones, required ones first)
· how many are positional · positional-only · required positional · required keyword-only
· 1 for `*args` + 2 for `**kwargs` + 4 for what CPython has in C + 8 for a function in C
· how many positional parameters are given already (`self`)
"""


def bind(
    signature: Signature, address: u64, nargs: i64, kwnames: tuple[str, ...] | None
) -> tuple[object, ...]:
    """The words of the parameters, then of `*args` and `**kwargs` where there are such.

    address     the caller's array: nargs positional values, then those of the keywords `kwnames`
    returns     a tuple of words; the word 2 stands for a parameter nobody gave
    raises      TypeError, as CPython words it
    """
    names = signature[1]
    positional = i64(signature[2])
    kind = signature[6]
    count = i64(len(names))
    star, star2 = kind & 1 != 0, kind & 2 != 0
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
    if kwnames is not None or star2:
        keywords: dict[str, object] = {}
        if kwnames is not None:
            _bind_keywords(signature, address + u64(nargs * 8), kwnames, slots, keywords)
        if star2:
            store64(slots + u64((total - 1) * 8), address_of(keywords))
    if nargs > positional and not star:
        _too_many(signature, int(nargs), slots)
    i = i64(0)
    required = i64(signature[4])
    while i < required:
        if load64(slots + u64(i * 8)) == _UNSET:
            if kind & 4 != 0:
                _wrong_count_of_c(signature, int(nargs))
            _missing(signature, slots, 0, signature[4], "positional")
        i = i + 1
    i = positional
    required = positional + i64(signature[5])
    while i < required:
        if load64(slots + u64(i * 8)) == _UNSET:
            _missing(signature, slots, signature[2], signature[2] + signature[5], "keyword-only")
        i = i + 1
    return result


def _bind_keywords(
    signature: Signature, values: u64, kwnames: tuple[str, ...], slots: u64, keywords: dict[str, object]
) -> None:
    names = signature[1]
    for keyword in kwnames:
        word = load64(values)
        values = values + 8
        index = i64(signature[3])  # a positional-only parameter has no name for callers
        count = i64(len(names))
        while index < count and names[int(index)] != keyword:
            index = index + 1
        if index == count:
            if signature[6] & 2 == 0:
                _unexpected(signature, keyword, kwnames)
            keywords[keyword] = object_at(word)
        elif load64(slots + u64(index * 8)) != _UNSET:
            raise TypeError(signature[0] + "() got multiple values for argument '" + keyword + "'")
        else:
            store64(slots + u64(index * 8), word)


@noinline
def _unexpected(signature: Signature, keyword: str, kwnames: tuple[str, ...]) -> NoReturn:
    if signature[6] & 8 != 0:
        raise TypeError(signature[0] + "() takes no keyword arguments")
    if signature[6] & 16 != 0:  # of a named tuple
        unknown = [name for name in kwnames if name not in signature[1]]
        raise ValueError("Got unexpected field names: " + repr(unknown))
    named = [name for name in signature[1][: signature[3]] if name in kwnames]
    if len(named) > 0:
        raise TypeError(
            signature[0]
            + "() got some positional-only arguments passed as keyword arguments: '"
            + ", ".join(named)
            + "'"
        )
    raise TypeError(signature[0] + "() got an unexpected keyword argument '" + keyword + "'")


@noinline
def _missing(signature: Signature, slots: u64, start: int, end: int, kind: str) -> NoReturn:
    names: list[str] = []
    for index in range(start, end):
        if load64(slots + u64(index * 8)) == _UNSET:
            names.append("'" + signature[1][index] + "'")
    if len(names) == 1:
        text = names[0]
    elif len(names) == 2:
        text = names[0] + " and " + names[1]
    else:
        text = ", ".join(names[:-1]) + ", and " + names[-1]
    plural = "" if len(names) == 1 else "s"
    raise TypeError(signature[0] + f"() missing {len(names)} required {kind} argument{plural}: {text}")


@noinline
def _too_many(signature: Signature, nargs: int, slots: u64) -> NoReturn:
    before = signature[7]
    if signature[6] & 4 != 0:
        _wrong_count_of_c(signature, nargs)
    most, least = signature[2] + before, signature[4] + before
    given = nargs + before
    takes = f"from {least} to {most}" if least != most else f"{most}"
    plural = "s" if least != most or most != 1 else ""
    named = 0
    for index in range(signature[2], len(signature[1])):
        if load64(slots + u64(index * 8)) != _UNSET:
            named += 1
    also = ""
    if named > 0:
        ones, others = "" if given == 1 else "s", "" if named == 1 else "s"
        also = f" positional argument{ones} (and {named} keyword-only argument{others})"
    were = "was" if given == 1 and named == 0 else "were"
    raise TypeError(
        signature[0] + f"() takes {takes} positional argument{plural} but {given}{also} {were} given"
    )


@noinline
def _wrong_count_of_c(signature: Signature, nargs: int) -> NoReturn:
    """Too many or too few positional arguments for a function in C or a method of a built-in class."""
    name = signature[0]
    unbound = 0 if signature[6] & 8 != 0 else 1 - signature[7]
    given, most, least = nargs - unbound, signature[2] - unbound, signature[4] - unbound
    if given < 0:
        raise TypeError(f"unbound method {name}() needs an argument")
    total = len(signature[1]) - unbound
    if most == 0 and total > 0:
        some = f"at most {total} arguments ({given} given)" if given > total else "no positional arguments"
        raise TypeError(f"{name.rpartition('.')[2]}() takes {some}")
    if most == 0:
        raise TypeError(f"{name}() takes no arguments ({given} given)")
    if most == least == 1 and signature[6] & 1 == 0:
        raise TypeError(f"{name}() takes exactly one argument ({given} given)")
    cls, _, short = name.rpartition(".")
    bound = least if given < least else most
    kind = "at least " if given < least else "at most "
    ending = "" if bound == 1 else "s"
    parsed = cls in ("str", "bytes", "bytearray") and short in (
        "find", "rfind", "index", "rindex", "count", "startswith", "endswith"
    )  # fmt: skip
    if parsed or (signature[3] < signature[2] and signature[6] & 1 == 0):
        raise TypeError(f"{short}() takes {kind}{bound} argument{ending} ({given} given)")
    if least == most and signature[6] & 1 == 0:
        kind = ""
    raise TypeError(f"{short} expected {kind}{bound} argument{ending}, got {given}")


@noinline
def takes_none(name: str, nargs: i64, kwnames: tuple[str, ...] | None) -> None:
    """A class without a constructor of its own takes no arguments."""
    if nargs > 0 or kwnames is not None:
        raise TypeError(name + "() takes no arguments")


def check_reflecting(
    function: str, name: str, address: u64, nargs: i64, kwnames: tuple[str, ...] | None, least: i64, most: i64
) -> None:
    """The arguments of `getattr` and the like, handed on as a value together with the one name it knows."""
    if kwnames is not None:
        raise TypeError(function + "() takes no keyword arguments")
    if nargs < least or nargs > most:
        if least == most:
            raise TypeError(f"{function} expected {int(least)} arguments, got {int(nargs)}")
        bound = f"at least {int(least)}" if nargs < least else f"at most {int(most)}"
        raise TypeError(f"{function} expected {bound} arguments, got {int(nargs)}")
    given = object_at(load64(address + 8))
    if given != name:
        raise SystemError(f"{function}() is compiled for the attribute {name!r} here, not for {given!r}")


@noinline
def wrong_count(begin: str, most: i64, nargs: i64) -> NoReturn:
    """The call of a class, known at run time only, has too few or too many arguments.

    begin   the class as CPython begins to speak of it
    """
    if begin.endswith(" expected"):
        raise TypeError(f"{begin} at most {int(most)} argument{'s' if most != 1 else ''}, got {int(nargs)}")
    if begin.startswith("Enum"):
        if nargs == 0:
            raise TypeError(f"{begin} missing 1 required positional argument: 'value'")
        raise TypeError(f"{begin} takes from 2 to 3 positional arguments but {int(nargs) + 1} were given")
    if nargs > most:
        raise TypeError(
            f"{begin} takes at most {int(most)} argument{'s' if most != 1 else ''} ({int(nargs)} given)"
        )
    raise TypeError(f"{begin} got an unexpected number of arguments")


def same(value: object) -> object:
    """What a NewType does, kept as a function."""
    return value


def positional(address: u64, nargs: i64) -> tuple[object, ...]:
    """The positional arguments of the caller's array."""
    result = new_with_tail(tuple, nargs)
    slots = tail_address(result)
    i = i64(0)
    while i < nargs:
        store64(slots + u64(i * 8), load64(address + u64(i * 8)))
        i = i + 1
    return result


def with_first(
    first: object, address: u64, nargs: i64, kwnames: tuple[str, ...] | None
) -> tuple[object, ...]:
    """The caller's array with one more positional argument before the others."""
    count = nargs + 1
    if kwnames is not None:
        count = count + i64(len(kwnames))
    result = new_with_tail(tuple, count)
    slots = tail_address(result)
    store64(slots, address_of(first))
    i = i64(1)
    while i < count:
        store64(slots + u64(i * 8), load64(address + u64((i - 1) * 8)))
        i = i + 1
    return result
