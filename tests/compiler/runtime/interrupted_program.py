import sys
import time


def wait(what: str) -> None:
    try:
        if what == "sleep":
            time.sleep(60)
        else:
            input()
    finally:
        print("finally")


print("ready", flush=True)
print("buffered")
if sys.argv[1] == "compute":
    n = 0
    while True:
        n += 1
try:
    wait(sys.argv[1])
except KeyboardInterrupt:
    if sys.argv[2] == "raise":
        raise
    print("caught")
