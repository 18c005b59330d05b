"""find, index, count, startswith, endswith and their bounds."""

text = "the cat and the hat and the bat"
print(text.find("the"), text.find("the", 1), text.find("the", 5, 12), text.find("dog"), text.find(""), text.find("", 50))
print(text.rfind("the"), text.rfind("the", 0, 20), text.rfind("x"), text.count("the"), text.count("at"), text.count(""))
print(text.index("cat"), text.rindex("and"), "aaaa".count("aa"), "aaaa".find("aa", -3))
for needle in ("dog", "cow"):
    try:
        print(text.index(needle))
    except ValueError as error:
        print(error)
print(text.startswith("the"), text.startswith("cat", 4), text.startswith(("a", "t")), text.startswith(""))
print(text.endswith("bat"), text.endswith(("x", "y")), text.endswith("hat", 0, 19), "".endswith("a"))
print(text.removeprefix("the "), text.removesuffix(" bat"), text.removeprefix("x"))
