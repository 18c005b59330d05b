"""`+=` on local strings in loops: growth in place must never be seen through another name."""

from __future__ import annotations

from collections.abc import Iterator


def prefixes(word: str) -> list[str]:
    found: list[str] = []
    text = ""
    for letter in word:
        text += letter
        found.append(text)
    return found


def kept_before(word: str) -> list[tuple[str, str]]:
    """The old value is handed out in the middle of the iteration before."""
    found: list[tuple[str, str]] = []
    text = "start"
    for letter in word:
        old = text
        text += letter
        text += "-"
        found.append((old, text))
    return found


def doubled(text: str, times: int) -> str:
    for _ in range(times):
        text += text
    return text


def with_itself(times: int) -> str:
    text = "ab"
    for i in range(times):
        text += f"[{text[-3:]}{i}]"
        text += text[:2]
    return text


def widening(steps: list[str]) -> list[int]:
    text = ""
    sizes = []
    for step in steps:
        text += step
        text += step[::-1]
        sizes.append(len(text))
        sizes.append(ord(text[-1]))
    sizes.append(hash(text) == hash("".join(s + s[::-1] for s in steps)))
    return sizes


def wrapped(words: list[str], width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = ""
        if not line == "":
            line += " "
        line += word
    if line:
        lines.append(line)
    return lines


def as_keys(word: str) -> dict[str, int]:
    """A hash that was computed for the string must not stay when it grows."""
    seen: dict[str, int] = {}
    text = "k"
    for i, letter in enumerate(word):
        if text in seen:
            continue
        seen[text] = i
        text += letter
        text += letter.upper()
        if hash(text) == 0:
            print("zero")
    return seen


def ends(word: str) -> list[bool]:
    text = ""
    found = []
    while not text.endswith("zz") and len(text) < 40:
        text += word
        text += "z" if len(text) > 20 else "y"
        found.append("yz" in text)
        found.append(text.startswith(word))
    return found


def yielding(words: list[str]) -> Iterator[str]:
    text = "<"
    for word in words:
        text += word
        yield text
        text += ">"
    yield text


def conditional(words: list[str]) -> str:
    text = "" if words else "none"
    other = text
    for word in words:
        if len(word) % 2:
            text += word
        else:
            other = text
            text = word
            text += "!"
            text += "?"
    return text + "/" + other


def failing(words: list[str]) -> str:
    text = ""
    for word in words:
        try:
            text += word
            text += str(10 // (len(word) - 3))
        except ZeroDivisionError:
            kept = text
            text += "#"
            text += "#"
            print(kept, text)
    return text


def captured(words: list[str]) -> list[str]:
    text = ""
    showing: list[str] = []
    for word in words:
        text += word
        showing += [part for part in [text, text[:1]] if part]
        text += "."
    return showing


def walrus(words: list[str]) -> list[str]:
    text = "w"
    all_: list[str] = []
    for word in words:
        text += word + (text := "new") + text
        text += "+"
        all_.append(text)
    return all_


def empty_parts() -> tuple[str, str, str]:
    text = ""
    part = "part"
    for i in range(4):
        text += "" if i % 2 else part
        text += ""
    shared = text
    for _ in range(3):
        text += "x"
    return part, shared, text


def with_constant() -> str:
    total = 0
    for _ in range(3):
        text = "constant"
        for _ in range(3):
            text += "s"
        total += len(text)
    return text + str(total)


def main() -> None:
    print(prefixes("growing"))
    print(kept_before("abc"))
    print(doubled("ab", 5), len(doubled("x", 10)))
    print(with_itself(4))
    print(widening(["abc", "é", "日本", "x", "\N{GRINNING FACE}!", "end"]))
    print(wrapped("the quick brown fox jumps over the lazy dog again and again".split(), 16))
    print(as_keys("abcabc"))
    print(ends("abc"))
    print(list(yielding(["a", "bc", "def"])))
    print(conditional(["a", "bb", "ccc", "dd", "e", "fgh"]), conditional([]))
    print(failing(["a", "abc", "abcd", "xyz", "xy"]))
    print(captured(["p", "q", "r"]))
    print(walrus(["1", "2", "3"]))
    print(empty_parts())
    print(with_constant())
    long = ""
    for i in range(20000):
        long += chr(97 + i % 26)
        if i % 5000 == 0:
            print(len(long), hash(long) == hash(long[:]))
    print(len(long), long[:30], long.count("z"), long == "".join(chr(97 + i % 26) for i in range(20000)))


if __name__ == "__main__":
    main()
