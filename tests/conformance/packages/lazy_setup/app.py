"""Configuration modules with state: module-level code with loops and try, globals changed through functions."""

import settings
from settings import LEVELS, get, override, temporarily
import worker

print(LEVELS, settings.level, get("retries"), settings.computed, settings.problems)
print(worker.work(3), worker.calls)
override(retries=5, level="debug")
print(get("retries"), settings.level, worker.work(1), worker.snapshot)
with temporarily(level="error", colour="red"):
    print(settings.level, get("colour"), worker.work(2))
print(settings.level, get("colour", "none"), worker.calls)
settings.computed["new"] = 1
del settings.computed["squares"]
print(worker.seen() is settings.computed, sorted(worker.seen()))
for name in ("i", "value"):
    print(name, name in settings.names_left())
settings.level = "custom"
print(worker.work(0), worker.level_now())
try:
    with temporarily(level="inside"):
        raise KeyboardInterrupt("stop")
except KeyboardInterrupt as stop:
    print(repr(stop), settings.level)
get("missing")
