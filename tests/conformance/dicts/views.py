"""keys, values and items as live views."""

table = {"a": 1, "b": 2}
keys = table.keys()
values = table.values()
items = table.items()
table["c"] = 3
print(list(keys), list(values), list(items), len(keys), "c" in keys, ("c", 3) in items, 3 in values)
print(sorted(keys & {"a", "z"}), sorted(keys | {"z"}), sorted(keys - {"a"}), keys == {"a", "b", "c"})
print(keys, values, items)
for name, number in sorted(items, reverse=True):
    print(name, number)
