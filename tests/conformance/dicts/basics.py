# boot: yes
"""Dicts: order, methods, views."""

ages = {"bob": 31, "alice": 25}
ages["carol"] = 40
ages["bob"] = 32
print(ages, len(ages), ages["alice"], "bob" in ages, "zed" in ages, list(ages), list(ages.values()), list(ages.items()))
print(ages.get("zed"), ages.get("zed", 0), ages.get("bob"), ages.setdefault("dave", 50), ages.setdefault("bob", 1))
print(ages.pop("alice"), ages.pop("nobody", -1), ages)
del ages["bob"]
ages["bob"] = 1
print(ages, ages.popitem(), ages)
ages.update({"x": 1, "dave": 51})
ages.update([("y", 2)])
print(ages, ages == {"y": 2, "x": 1, "dave": 51, "carol": 40}, ages.copy() == ages)
for key, value in ages.items():
    print(key, value, end="; ")
print(dict([("a", 1)]), dict(b=2), {**{"a": 1}, "b": 2}, {"a": 1} | {"a": 2, "c": 3}, dict.fromkeys(["p", "q"], 0))
ages.clear()
print(ages, bool(ages), list(reversed({"a": 1, "b": 2})))
