"""Only the low eight bits of an exit code arrive."""

import sys

print("300 becomes 44")
sys.exit(300)
