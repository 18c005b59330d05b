kept: list[bytes] = []
try:
    while True:
        kept.append(bytes(1 << 20))
except MemoryError:
    some = len(kept) > 8
    kept.clear()
    print("MemoryError", some)
