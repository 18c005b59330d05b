"""Characters one by one, with enumerate, zip, reversed, sorted."""

text = "hello"
for index, character in enumerate(text):
    print(index, character, end=";")
print()
print(list(text), tuple(text), list(reversed(text)), sorted(text), list(zip(text, "world")))
print([c.upper() for c in text if c not in "aeiou"], {c: text.count(c) for c in text})
print(max(text), min(text), any(c == "l" for c in text), all(c.isalpha() for c in text))
print(list(map(ord, text)), "".join(map(chr, [77, 105])))
a, b, *rest = list(text)
print(a, b, rest)
