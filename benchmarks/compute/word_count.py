"""Dicts of strings: generated words, counted and sorted."""


def words(count: int) -> list[str]:
    state = 12345
    result: list[str] = []
    syllables = ["ka", "lo", "mi", "re", "tu", "sa", "no", "vi", "pe", "du"]
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        word = syllables[state // 7 % 10] + syllables[state // 70 % 10] + syllables[state // 700 % 10]
        result.append(word)
    return result


def main() -> None:
    text = " ".join(words(400000))
    counts: dict[str, int] = {}
    for word in text.split(" "):
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    print(len(counts), ranked[:5], sum(len(word) * n for word, n in ranked))


main()
