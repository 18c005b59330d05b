"""f-strings: values, specifications, conversions, nesting."""

name = "Mirage"
count = 42
ratio = 0.12345
items = [1, 2]
print(f"{name} {count} {ratio} {items} {None} {True}")
print(f"{name!r} {name!s} {name:>10} {name:<10}| {name:^10}| {name:*^12} {name:.3} {name:10.2}|")
print(f"{count:5} {count:<5}| {count:05} {count:+} {count:x} {count:X} {count:o} {count:b} {count:#x} {count:#b} {count:,} {count:c}")
print(f"{ratio:.2f} {ratio:10.3f} {ratio:.1%} {ratio:e} {count:.1f} {count / 7:.3f}")
width, digits = 12, 2
print(f"{ratio:{width}.{digits}f}|{name:{width}}|{count:>{width}}")
print(f"{{literal}} {count + 1} {'nested ' + name} {[n * n for n in items]} {name[0]}{name[-1]}")
print(f"{count=} {name=} {ratio=:.1f}")
print(f"{1234567:,} {1234567:_} {-1234567:,} {2**70:,} {255:#010x} {-5:05d} {5:^7}|{5:*<4}|")
print(f"multi {name}" f" part {count}")
