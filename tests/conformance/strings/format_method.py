"""str.format and the % operator."""

print("{} {}".format("a", 1), "{0} {1} {0}".format("x", "y"), "{name}={value}".format(name="n", value=3))
print("{:>6}|{:<6}|{:^6}|".format("a", "b", "c"), "{:.2f} {:5d} {:x}".format(3.14159, 42, 255), "{{}} {!r}".format("q"))
print("%s %d %5.2f %x %r %%" % ("s", 42, 3.14159, 255, "r"), "%5d|%-5d|%05d" % (42, 42, 42), "%s" % "one")
print("%c%c %i %+d %e" % ("a", 98, 7, 7, 12345.678))
print(format(42, "b"), format("x", ">3"), format(3.5, ".2f"))
