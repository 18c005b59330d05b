"""Carets under lines with text that is not ASCII: in characters, and wide ones take two places."""


def größe(text: str, n: int) -> float:
    return len("ß" + text) / (len("日本") * n)


def лишний(список: list[int]) -> int:
    return список[0] + список[1] + список[len("日本語")] + 1


def find(names: dict[str, int], ключ: str) -> int:
    try:
        return names["é" + ключ] + len("→")
    except KeyError as ошибка:
        raise ValueError(f"нет {ошибка}", "語") from ошибка


def main() -> None:
    for text, n in [("äöü", 1), ("日本語", 0)]:
        try:
            print("größe", größe(text, 3 - 3 if text == "日本語" else n))
        except ZeroDivisionError as error:
            print("caught", error)
    try:
        print(лишний([1, 2]))
    except IndexError as error:
        try:
            x = "ä"; print("日本語", find({"a": 1}, x + "b"))
        except ValueError as second:
            second.add_note("примечание 日本")
            print("ä→日本語" + "é", größe("äé日本語", 0), "ß")


main()
