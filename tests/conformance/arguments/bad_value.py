# args: --count x
"""An error: usage and message on stderr, code 2."""

import argparse

parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("--count", type=int, required=True)
print(parser.parse_args())
