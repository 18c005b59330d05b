from mirage.lowlevel import asm_void

print("before", flush=True)
asm_void("1: pushq %rax; jmp 1b", "~{memory}")
