"""Strings as keys; equality of strings built in different ways."""

a = "key" + str(1)
b = "k" + "ey1"
print(a == b, hash(a) == hash(b), {a: 1}[b], a is None)
table: dict[str, int] = {}
for i in range(500):
    table["name-" + str(i % 100)] = i
print(len(table), table["name-5"], table["name-99"], "name-100" in table)
wide = "日本" + str(1)
print({wide: "x"}["日本1"], {"é": 1}["\xe9"], "\u00e9" == "é")
print("abc" < "abd", "abc" < "ab", ["b", "a"] < ["b", "b"], "a" <= "a")
