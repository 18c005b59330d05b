"""return and break out of try blocks in loops."""


def first_good(texts: list[str]) -> int | None:
    for text in texts:
        try:
            return int(text)
        except ValueError:
            print("skip", text)
            continue
        finally:
            print("tried", text)
    return None


def count_until(limit: int) -> int:
    n = 0
    while True:
        try:
            n += 1
            if n >= limit:
                break
        except Exception:
            return -1
        else:
            if n % 2:
                continue
        finally:
            n += 10
    return n


print(first_good(["a", "b", "3", "4"]), first_good(["x"]), first_good([]))
print(count_until(1), count_until(5), count_until(40))
