"""An unannotated loop variable takes what Any holds; augmented assignments that fail name their operator."""

import json
from typing import Any

x = 0
rows: Any = json.loads('["a", 1.5, null, [1, 2]]')
for x in rows:
    print("row", x)
print(x)


def total(text: str) -> str:
    item = ""
    parts = []
    for item in json.loads(text):
        parts.append(str(item))
    n = 5
    for n, item in json.loads('[[1, "a"], ["b", 2]]'):
        parts.append(f"{n}={item}")
    last = [v for v in json.loads(text)]
    return " ".join(parts) + f" {item} {last}"


print(total('[1, "x", {"k": true}]'))


def add(a: Any, b: Any) -> None:
    try:
        a += b
        print(a)
    except TypeError as error:
        print("TypeError", error)
    try:
        a -= b
        print(a)
    except TypeError as error:
        print("TypeError", error)
    try:
        print(a + b)
    except TypeError as error:
        print("TypeError", error)


add(1, 2)
add("a", 2)
add([1], 2)
add(1, "b")
add(None, 1)
add({}, {})


