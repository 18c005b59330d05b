"""sys.exit without an argument, and None, are 0."""

import sys

try:
    sys.exit()
except SystemExit as error:
    print("caught", error.code)
print("leaving")
sys.exit(None)
