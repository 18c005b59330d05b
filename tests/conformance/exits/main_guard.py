"""if __name__ == "__main__" and module attributes."""

import sys


def main() -> int:
    print("main runs", __name__)
    return 5


if __name__ == "__main__":
    sys.exit(main())
