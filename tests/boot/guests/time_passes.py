import time

start = time.monotonic()
time.sleep(0.2)
took = time.monotonic() - start
print(0.2 <= took < 0.4, 1_600_000_000 < time.time() < 4_000_000_000)
