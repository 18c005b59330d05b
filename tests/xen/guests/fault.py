"""Touches page 0, which is not there."""

from mirage.lowlevel import store8, u8, u64

print("before the fault", flush=True)
store8(u64(8), u8(1))
print("after the fault")
