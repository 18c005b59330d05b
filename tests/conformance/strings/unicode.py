"""Code points beyond ASCII, in each width of storage."""

texts = ["naïve", "Ünïcödé", "日本語テキスト", "emoji 😀 here", "mixed é日😀", "ß"]
for text in texts:
    print(text, len(text), text[0], text[-1], text[::-1], [ord(c) for c in text])
    print(text.encode(), text.encode("utf-8").decode("utf-8") == text)
print(chr(233), chr(0x65E5), chr(0x1F600), ord("€"), "\u20ac", "\N{BULLET}")
print("é" + "a", "日" + "a", "😀" + "é", ("日" + "abc")[1:], len("😀" * 3))
print("日本" in "日本語", "語日" in "日本語", "日本語".find("語"), "a日b日c".split("日"), "a😀b".replace("😀", "-"))
print(sorted(["é", "e", "z", "日", "a", "😀"]))
