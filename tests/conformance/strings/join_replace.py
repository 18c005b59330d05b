"""join, replace, translate, expandtabs."""

print(",".join(["a", "b", "c"]), "".join([]), "-".join(["x"]), ", ".join(str(n) for n in range(5)), "é".join("abc"))
print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abcabc".replace("bc", ""), "x".replace("y", "z"))
print("a\tb\tccc\td".expandtabs(), "a\tb".expandtabs(4), "hello".translate({ord("l"): "L", ord("o"): None}))
print("hello".translate(str.maketrans("el", "ip")))
print("ab" "cd" "ef", "x".join("12345"))
