"""Standard error and standard output are separate."""

import sys

print("to stdout")
print("to stderr", file=sys.stderr)
sys.stdout.write("written\n")
sys.stderr.write("error written\n")
print("a", "b", sep="-", end="!\n")
print("c", "d", sep="", end="", flush=True)
print()
print(1, "x", None, [2], sep=", ")
print()
sys.stdout.flush()
