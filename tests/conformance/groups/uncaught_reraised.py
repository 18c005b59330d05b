"""A part of a group raised again: the group is rebuilt with its traceback."""


def leaf(n: int) -> Exception:
    try:
        raise ValueError(n) if n % 2 else TypeError(n)
    except Exception as error:
        return error


def tree(depth: int) -> ExceptionGroup[Exception]:
    members: list[Exception] = [leaf(depth), leaf(depth + 1)]
    if depth < 3:
        members.append(tree(depth + 1))
    return ExceptionGroup(f"level {depth}", members)


try:
    try:
        raise tree(0)
    finally:
        print("on the way out")
except* TypeError as eg:
    print(eg)
    eg.add_note("seen")
    raise
except* KeyError:
    print("never")
