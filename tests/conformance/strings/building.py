"""Building long strings piece by piece."""

text = ""
for i in range(2000):
    text += str(i % 10)
print(len(text), text[:15], text[-15:], text.count("7"))
parts: list[str] = []
for i in range(300):
    parts.append(chr(97 + i % 26))
joined = "".join(parts)
print(joined[:30], len(joined), joined.index("z"))
alphabet = "".join(chr(c) for c in range(32, 127))
print(alphabet, len(alphabet))
print(alphabet.upper() == alphabet.upper().upper(), "".join(sorted(set(alphabet.lower()))) == "".join(sorted(set(alphabet.lower()))))
