# boot: yes
"""sys.exit with a number."""

import sys

print("leaving with 3")
sys.exit(3)
