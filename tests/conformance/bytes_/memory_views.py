"""memoryview over bytes and bytearray: items, slices with steps, casts, assignment, release, comparisons."""


def main() -> None:
    data = bytearray(b"0123456789abcdef")
    view = memoryview(data)
    print(len(view), view[0], view[-1], view.readonly, view.format, view.itemsize, view.nbytes, view.ndim, view.shape, view.strides)
    print(bytes(view[2:5]), view[::2].tobytes(), view[::-1].tobytes(), view[10:2:-3].tolist(), len(view[5:2]), view[::3].c_contiguous)
    print(bytes(view[1::4]), view[::2][1::2].tobytes(), list(view[12:]), 48 in view, 7 in view, view[1:3] == b"12", view == data, view != b"x")
    view[0] = 65
    view[1:3] = b"BC"
    view[::5] = bytearray(b"wxyz")
    print(data, view[0])
    for action in (
        lambda: view.__setitem__(0, 256), lambda: view.__setitem__(0, -1), lambda: view.__setitem__(99, 1), lambda: view[16],
        lambda: view.__setitem__(slice(0, 2), b"abc"), lambda: memoryview(b"abc").__setitem__(0, 1), lambda: hash(view),
        lambda: memoryview(b"abc").cast("H"), lambda: view[::2].cast("c"), lambda: view.cast("I").cast("H"),
    ):  # fmt: skip
        try:
            print(action())
        except (ValueError, IndexError, TypeError) as error:
            print(type(error).__name__, error)
    words = view.cast("H")
    print(len(words), words[0], words.itemsize, words.nbytes, words.tolist(), words.format)
    words[0] = 0x4241
    words[-1] = 0xFFFF
    print(data[:2], data[-2:], view.cast("I")[0], view.cast("q")[1], view.cast("Q")[1], view.cast("b")[-1], view.cast("@h")[-1])
    signed = memoryview(bytearray(16)).cast("i")
    for index, number in enumerate((-1, 2**31 - 1, -(2**31), 5)):
        signed[index] = number
    print(signed.tolist(), signed.tobytes(), signed[1:3].tolist(), signed[::-1].tolist())
    for bad in (2**31, -(2**31) - 1):
        try:
            signed[0] = bad
        except ValueError as error:
            print(error)
    letters = memoryview(b"abc").cast("c")
    print(letters[0], letters.tolist(), b"b" in letters, letters == b"abc", list(letters))
    print(memoryview(b"abc") == memoryview(bytearray(b"abc")), memoryview(b"abc") == "abc", hash(memoryview(b"abc")) == hash(b"abc"))
    print(memoryview(b"ab").hex(), memoryview(b"abcd").hex("-", 2), memoryview(b"abcd")[::2].hex(":"), b"".join([memoryview(b"x"), memoryview(b"abc")[1:]]))
    locked = view.toreadonly()
    print(locked.readonly, view.readonly, locked[0], memoryview(view)[1], bytes(memoryview(b"")), memoryview(b"").tolist())
    try:
        locked[0] = 1
    except TypeError as error:
        print(error)
    with memoryview(b"temporary") as short:
        print(short[0], short.obj)
    try:
        print(short[0])
    except ValueError as error:
        print(error)
    view.release()
    view.release()
    for use in (lambda: len(view), lambda: view.tobytes(), lambda: view.format, lambda: memoryview(view)):
        try:
            print(use())
        except ValueError as error:
            print(error)
    print(int.from_bytes(memoryview(b"\1\2"), "big"), bytearray(memoryview(b"ab")), bytes(memoryview(b"abcd")[::-2]), b"abc".find(memoryview(b"c")))
    total = 0
    for chunk in range(0, 16, 4):
        total += sum(memoryview(data)[chunk : chunk + 4])
    print(total, sorted(memoryview(b"hello")), max(memoryview(b"az")), b"x" + memoryview(b"y"), memoryview(b"q").tobytes() * 3)


main()
