# boot: yes
"""Concatenation, repetition, indexing, length, membership."""

word = "Mirage"
print(word + " " + word, word * 3, 2 * "ab", "" * 5, "x" * 0, "x" * -1)
print(len(word), word[0], word[-1], word[2], "ira" in word, "z" in word, "" in word, "z" not in word)
for index in range(-len(word), len(word)):
    print(index, word[index])
try:
    print(word[6])
except IndexError as error:
    print(error)
print(word < "Nirage", word == "Mirage", word != "mirage", "a" < "aa", "Z" < "a", "" < "a")
total = ""
for character in word:
    total = character + total
print(total)
