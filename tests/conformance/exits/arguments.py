# args: one "two words" --flag=3 -v
"""sys.argv after the program's name."""

import sys

print(len(sys.argv), sys.argv[1:])
for argument in sys.argv[1:]:
    print(argument, len(argument), argument.startswith("-"))
sys.exit(len(sys.argv))
