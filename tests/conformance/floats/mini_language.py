# formatting
print(f"{5:5d}|{5:<5}|{5:^5}|{5:>5}|{5:05}|{-5:05}|{5:+}|{5: }|{255:x}|{255:#X}|{255:b}|{255:#o}|{1234567:,}|{1234567:_}|{65:c}")
print(f"{3.14159:.2f}|{3.14159:10.3f}|{3.14159:<10.3f}|{1e10:g}|{1e-10:g}|{0.5:%}|{1234567.891:,.2f}|{1.5:e}|{1.5:E}|{1e100:.3g}|{2.0}|{2.0:.0f}")
print(f"{'abc':5}|{'abc':>5}|{'abc':^7}|{'abc':*^7}|{'abc':.2}|{'é':>3}")
print(f"{True}|{True:d}|{None}|{10**30:,}|{10**30:x}|{-(10**20):_}")
w = 8
p = 3
print(f"{3.14159:{w}.{p}f}|{w!r:>5}|{'x'!s:3}|{'x'!r:5}")
print(format(42, "08b"), format(3.5), format("s", ">4"), format(1e16, ","), format(-0.0, "z.1f"))
for spec, v in [("d", 1.5), ("q", 1.5), ("10.3.f", 2.0)]:
    try:
        print(format(v, spec))
    except ValueError as e:
        print(e)
try:
    print(format("a", "d"))
except ValueError as e:
    print(e)
print("%d %s %r %x %5.2f %%" % (5, "a", "b", 255, 3.14159))
print("%s" % 5, "%-5d|" % 42, "%05d" % -42, "%+d" % 3, "%e" % 12345.678, "%g" % 1e-5, "%c%c" % (65, "b"))
print("%(a)s=%(b)d" % {"a": "k", "b": 3})
for t in ["%d", "%y"]:
    try:
        print(t % "x")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    t2 = "%s %s"
    print(t2 % (1,))
except TypeError as e:
    print(e)
print("{} {:>5} {0!r}".replace("{0!r}", "") .format(1, 2.5))
print("{:.3f} {x}".format(1 / 3, x=5))
