"""SystemExit runs finally blocks and is not an Exception."""

import sys


def stop(code: int) -> None:
    try:
        sys.exit(code)
    except Exception:
        print("never")
    finally:
        print("finally before exit")


try:
    stop(4)
except SystemExit as error:
    print("caught", error.code)
print("still running")
