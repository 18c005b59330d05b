from mirage.lowlevel import symbol_address, u64, volatile_store64

print("before", flush=True)
volatile_store64(symbol_address("__image_end"), u64(0))
