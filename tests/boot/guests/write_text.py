from mirage.lowlevel import symbol_address, u8, volatile_store8

print("before", flush=True)
volatile_store8(symbol_address("__text_start"), u8(0x90))
