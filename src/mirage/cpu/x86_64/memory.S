# Memory functions that LLVM calls by name, the collector's entry, and its table of size classes.
# System V calling convention; the direction flag is clear.

    .section .text.memory, "ax", @progbits

# void *memcpy(void *target, const void *source, size_t size)
# Plain 16-byte moves: as fast as `rep movsb` within a factor on hardware, and far faster under emulation.
    .globl memcpy
    .type memcpy, @function
    .p2align 4
memcpy:
    mov %rdi, %rax
    cmp $16, %rdx
    jb .Lcopy_tiny
.Lcopy_up:                              # 16 bytes or more, the target not inside the source
    cmp $128, %rdx
    ja .Lcopy_long
    movups -16(%rsi,%rdx), %xmm1        # the last 16 bytes, read before anything is written
    lea -16(%rdi,%rdx), %r8             # where they go
.Lcopy_next:
    movups (%rsi), %xmm0
    movups %xmm0, (%rdi)
    add $16, %rsi
    add $16, %rdi
    cmp %r8, %rdi
    jb .Lcopy_next
    movups %xmm1, (%r8)
    ret
.Lcopy_long:                            # the same by 64 bytes
    movups -64(%rsi,%rdx), %xmm4
    movups -48(%rsi,%rdx), %xmm5
    movups -32(%rsi,%rdx), %xmm6
    movups -16(%rsi,%rdx), %xmm7
    lea -64(%rdi,%rdx), %r8
.Lcopy_long_next:
    movups (%rsi), %xmm0
    movups 16(%rsi), %xmm1
    movups 32(%rsi), %xmm2
    movups 48(%rsi), %xmm3
    movups %xmm0, (%rdi)
    movups %xmm1, 16(%rdi)
    movups %xmm2, 32(%rdi)
    movups %xmm3, 48(%rdi)
    add $64, %rsi
    add $64, %rdi
    cmp %r8, %rdi
    jb .Lcopy_long_next
    movups %xmm4, (%r8)
    movups %xmm5, 16(%r8)
    movups %xmm6, 32(%r8)
    movups %xmm7, 48(%r8)
    ret
.Lcopy_tiny:                            # 0..15 bytes; all is read before anything is written
    cmp $8, %edx
    jae .Lcopy_8
    cmp $4, %edx
    jae .Lcopy_4
    test %edx, %edx
    jz .Lcopy_none
    movzbl (%rsi), %ecx
    movzbl -1(%rsi,%rdx), %r8d
    mov %edx, %r9d
    shr $1, %r9d
    movzbl (%rsi,%r9), %r10d
    mov %cl, (%rdi)
    mov %r10b, (%rdi,%r9)
    mov %r8b, -1(%rdi,%rdx)
.Lcopy_none:
    ret
.Lcopy_8:
    mov (%rsi), %rcx
    mov -8(%rsi,%rdx), %r8
    mov %rcx, (%rdi)
    mov %r8, -8(%rdi,%rdx)
    ret
.Lcopy_4:
    mov (%rsi), %ecx
    mov -4(%rsi,%rdx), %r8d
    mov %ecx, (%rdi)
    mov %r8d, -4(%rdi,%rdx)
    ret
    .size memcpy, . - memcpy

# void *memmove(void *target, const void *source, size_t size)
    .globl memmove
    .type memmove, @function
    .p2align 4
memmove:
    mov %rdi, %rax
    cmp $16, %rdx
    jb .Lcopy_tiny
    mov %rdi, %rcx
    sub %rsi, %rcx
    cmp %rdx, %rcx                      # unsigned: does the target begin inside the source?
    jae .Lcopy_up                       # no: upwards never overwrites what is still to be read
    test %rcx, %rcx
    jz .Lcopy_none
    cmp $128, %rdx
    ja .Lmove_long
    movups (%rsi), %xmm1                # from the end; the first 16 bytes are read beforehand
.Lmove_next:
    movups -16(%rsi,%rdx), %xmm0
    movups %xmm0, -16(%rdi,%rdx)
    sub $16, %rdx
    cmp $16, %rdx
    ja .Lmove_next
    movups %xmm1, (%rax)
    ret
.Lmove_long:
    movups (%rsi), %xmm4
    movups 16(%rsi), %xmm5
    movups 32(%rsi), %xmm6
    movups 48(%rsi), %xmm7
.Lmove_long_next:
    movups -16(%rsi,%rdx), %xmm0
    movups -32(%rsi,%rdx), %xmm1
    movups -48(%rsi,%rdx), %xmm2
    movups -64(%rsi,%rdx), %xmm3
    movups %xmm0, -16(%rdi,%rdx)
    movups %xmm1, -32(%rdi,%rdx)
    movups %xmm2, -48(%rdi,%rdx)
    movups %xmm3, -64(%rdi,%rdx)
    sub $64, %rdx
    cmp $64, %rdx
    ja .Lmove_long_next
    movups %xmm4, (%rax)
    movups %xmm5, 16(%rax)
    movups %xmm6, 32(%rax)
    movups %xmm7, 48(%rax)
    ret
    .size memmove, . - memmove

# void *memset(void *target, int value, size_t size)
    .globl memset
    .type memset, @function
    .p2align 4
memset:
    mov %rdi, %rax
    cmp $16, %rdx
    jb .Lset_tiny
    movzbl %sil, %esi
    mov $0x0101010101010101, %rcx
    imul %rsi, %rcx
    movq %rcx, %xmm0
    punpcklqdq %xmm0, %xmm0
    cmp $128, %rdx
    ja .Lset_long
    lea -16(%rdi,%rdx), %rcx
    movups %xmm0, (%rcx)
.Lset_next:
    movups %xmm0, (%rdi)
    add $16, %rdi
    cmp %rcx, %rdi
    jb .Lset_next
    ret
.Lset_long:
    lea -64(%rdi,%rdx), %rcx
.Lset_long_next:
    movups %xmm0, (%rdi)
    movups %xmm0, 16(%rdi)
    movups %xmm0, 32(%rdi)
    movups %xmm0, 48(%rdi)
    add $64, %rdi
    cmp %rcx, %rdi
    jb .Lset_long_next
    movups %xmm0, (%rcx)
    movups %xmm0, 16(%rcx)
    movups %xmm0, 32(%rcx)
    movups %xmm0, 48(%rcx)
    ret
.Lset_tiny:
    test %edx, %edx
    jz .Lset_done
.Lset_byte:
    mov %sil, -1(%rdi,%rdx)
    dec %edx
    jnz .Lset_byte
.Lset_done:
    ret
    .size memset, . - memset

# int memcmp(const void *a, const void *b, size_t size), and bcmp, which LLVM makes of it for equality
    .globl memcmp
    .globl bcmp
    .type memcmp, @function
    .type bcmp, @function
    .p2align 4
memcmp:
bcmp:
    cmp $8, %rdx
    jb .Lcompare_tail
.Lcompare_next:
    mov (%rdi), %rax
    mov (%rsi), %rcx
    cmp %rcx, %rax
    jne .Lcompare_differ
    add $8, %rdi
    add $8, %rsi
    sub $8, %rdx
    cmp $8, %rdx
    jae .Lcompare_next
.Lcompare_tail:
    test %edx, %edx
    jz .Lcompare_equal
.Lcompare_byte:
    movzbl (%rdi), %eax
    movzbl (%rsi), %ecx
    sub %ecx, %eax
    jnz .Lcompare_done
    inc %rdi
    inc %rsi
    dec %edx
    jnz .Lcompare_byte
.Lcompare_equal:
    xor %eax, %eax
.Lcompare_done:
    ret
.Lcompare_differ:
    bswap %rax
    bswap %rcx
    cmp %rcx, %rax
    sbb %eax, %eax                      # -1 when below, 0 when above
    or $1, %eax
    ret
    .size memcmp, . - memcmp

# u64 mirage_call_with_registers(u64 function): calls function(stack pointer) with the callee-saved
# registers in the memory from that stack pointer upwards, where the collector looks for references.
    .globl mirage_call_with_registers
    .type mirage_call_with_registers, @function
    .p2align 4
mirage_call_with_registers:
    push %rbp
    push %rbx
    push %r12
    push %r13
    push %r14
    push %r15
    sub $8, %rsp                        # the stack is a multiple of 16 at the call
    mov %rdi, %rax
    mov %rsp, %rdi
    call *%rax
    add $8, %rsp
    pop %r15
    pop %r14
    pop %r13
    pop %r12
    pop %rbx
    pop %rbp
    ret
    .size mirage_call_with_registers, . - mirage_call_with_registers

# The size classes' slots and cell sizes: runtime/collector.py says what is in them.
    .section .bss.mirage_size_classes, "aw", @nobits
    .globl mirage_size_classes
    .type mirage_size_classes, @object
    .p2align 6
mirage_size_classes:
    .zero 4096
    .size mirage_size_classes, 4096

    .section .note.GNU-stack, "", @progbits
