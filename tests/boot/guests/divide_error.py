from mirage.lowlevel import asm, u64

print("before", flush=True)
asm("xorl %edx, %edx; xorl %ecx, %ecx; divq %rcx", "={ax},{ax},~{dx},~{cx},~{flags}", u64(1))
