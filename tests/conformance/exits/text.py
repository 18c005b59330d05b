"""sys.exit with a text: printed on standard error, code 1."""

import sys


def main() -> None:
    print("on stdout")
    sys.exit("on stderr: it's over")


main()
