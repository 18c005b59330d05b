from mirage.lowlevel import u64, volatile_load8


def look(address: u64) -> None:
    volatile_load8(address)


print("before", flush=True)
look(u64(16))
