from mirage.lowlevel import asm_void, symbol_address

print("before", flush=True)
asm_void("call *$0", "r,~{memory}", symbol_address("__data_start"))
