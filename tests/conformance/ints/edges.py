# boot: yes
"""The places where machine words end."""

edges: list[int] = []
for bits in (7, 8, 15, 16, 30, 31, 32, 60, 61, 62, 63, 64, 65, 127, 128):
    for delta in (-1, 0, 1):
        edges.append((1 << bits) + delta)
        edges.append(-(1 << bits) + delta)

for value in edges:
    print(value, -value, abs(value), ~value, value + 1, value - 1, value * 2, value * value)
