"""Long texts need no stack: repeats that go on for a hundred thousand rounds."""

import re


def main() -> None:
    size = 100_000
    print(len(re.findall("(?:ab)*", "ab" * size)[0]))
    found = re.match("(?:a|b)*", "ab" * size)
    assert found is not None
    print(found.end())
    found = re.match("(a|b)*?c", "ab" * size + "c")
    assert found is not None
    print(found.span(), found.group(1))
    found = re.match("((?:x{1,3}y?)+)z", "xxyxxx" * 20_000 + "z")
    assert found is not None
    print(found.span(1))
    found = re.match(r"(?:(?=(\w))\w)*", "w" * size)
    assert found is not None
    print(found.end(), found[1])
    print(re.match("(a+)+b", "a" * 18), re.match("(?>a+)+b", "a" * 5000), re.match("(?:a++)*b", "a" * 5000))
    text = "The quick brown fox jumps over the lazy dog. " * 2000
    print(len(re.findall(r"\b\w{5}\b", text)), len(re.split(r"\W+", text)), len(re.sub("[aeiou]", "", text)))
    print(re.search("dog. $", text), re.search("cat|lion|dog", text), len(re.findall("(?i)THE", text)))
    print(re.subn(r"(\w+) (\w+)", r"\2 \1", text)[1], sum(len(m[0]) for m in re.finditer(".*?z", text)))
    nested = "(" * 60 + "a" + ")" * 60
    found = re.match(nested, "a")
    assert found is not None
    print(found.groups() == ("a",) * 60, found.lastindex, re.compile(nested).groups)
    print(re.match("|".join(f"word{i}" for i in range(500)), "word499"))


main()
