# Entry by PVH, the trap stubs and the few instructions that need a whole function.
#
# PVH (Xen, "x86/HVM direct boot ABI"): 32-bit protected mode, paging off, flat segments, ebx = physical
# address of hvm_start_info.  Everything else about the machine is set up in cpu/x86_64/*.py.

    .section .note.pvh, "a", @note
    .balign 4
    .long 4                             # bytes of name
    .long 4                             # bytes of descriptor
    .long 18                            # XEN_ELFNOTE_PHYS32_ENTRY
    .asciz "Xen"
    .long _start

    .section .text.boot, "ax", @progbits
    .code32
    .globl _start
_start:
    cld
    movl %ebx, %esi                     # kept for mirage_start

    # Early tables: the first 4 GiB one to one, in 2 MiB pages, writable and executable; used only until
    # paging.py has built the real ones.  The loader has zeroed .bss.
    movl $early_directories, %edi
    movl $0x83, %eax                    # present, writable, large
1:  movl %eax, (%edi)
    addl $0x200000, %eax
    addl $8, %edi
    cmpl $early_directories + 4 * 4096, %edi
    jne 1b
    movl $early_directories + 0x0003, early_pointers
    movl $early_directories + 0x1003, early_pointers + 8
    movl $early_directories + 0x2003, early_pointers + 16
    movl $early_directories + 0x3003, early_pointers + 24
    movl $early_pointers + 3, early_root

    movl $early_root, %eax
    movl %eax, %cr3
    movl $0x620, %eax                   # CR4: PAE, OSFXSR, OSXMMEXCPT
    movl %eax, %cr4
    movl $0xC0000080, %ecx              # EFER
    xorl %edx, %edx
    movl $0x900, %eax                   # LME, NXE
    wrmsr
    movl $0x80010033, %eax              # CR0: PG, WP, NE, ET, MP, PE; EM and TS clear for SSE
    movl %eax, %cr0
    lgdt gdt_pointer
    ljmp $8, $long_mode

    .code64
long_mode:
    movl $16, %eax
    movl %eax, %ds
    movl %eax, %es
    movl %eax, %ss
    xorl %eax, %eax
    movl %eax, %fs
    movl %eax, %gs
    movl $__stack_end, %esp
    fninit
    ldmxcsr default_mxcsr(%rip)
    xorl %ebp, %ebp
    movl %esi, %edi
    call mirage_start
    ud2

# Exceptions 0..31.  Each stub is 16 bytes (traps.py counts on it) and leaves the same frame:
# r15 .. rax, vector, error code, rip, cs, rflags, rsp, ss.  All run on IST stacks.

    .text
    .balign 16
    .globl mirage_trap_stubs
mirage_trap_stubs:
    .set vector, 0
    .rept 32
    .balign 16
    .if (vector != 8) && ((vector < 10) || (vector > 14)) && (vector != 17) && (vector != 21) && (vector != 29) && (vector != 30)
    pushq $0
    .endif
    pushq $vector
    jmp trap_common
    .set vector, vector + 1
    .endr

    .balign 16
trap_common:
    pushq %rax
    pushq %rbx
    pushq %rcx
    pushq %rdx
    pushq %rsi
    pushq %rdi
    pushq %rbp
    pushq %r8
    pushq %r9
    pushq %r10
    pushq %r11
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    cld
    movq %rsp, %rdi
    andq $-16, %rsp
    call mirage_trap
    ud2

    .balign 16
    .globl mirage_spurious_stub
mirage_spurious_stub:
    iretq

    .balign 16
    .globl mirage_wait_for_interrupt
mirage_wait_for_interrupt:
    sti
    .globl mirage_halt
mirage_halt:
    hlt
    cli
    ret

# void mirage_cpuid(u64 leaf, u64 subleaf, u64 address of four u32: eax ebx ecx edx)
    .globl mirage_cpuid
mirage_cpuid:
    pushq %rbx
    movq %rdx, %r8
    movl %edi, %eax
    movl %esi, %ecx
    cpuid
    movl %eax, (%r8)
    movl %ebx, 4(%r8)
    movl %ecx, 8(%r8)
    movl %edx, 12(%r8)
    popq %rbx
    ret

# void mirage_load_tables(u64 IDT address, u64 IDT limit, u64 TSS selector)
    .globl mirage_load_tables
mirage_load_tables:
    movw %si, table_pointer(%rip)
    movq %rdi, table_pointer + 2(%rip)
    lidt table_pointer(%rip)
    ltr %dx
    ret

# void mirage_triple_fault(void): an exception without a usable IDT resets the machine
    .globl mirage_triple_fault
mirage_triple_fault:
    movq $0, table_pointer(%rip)
    movq $0, table_pointer + 2(%rip)
    lidt table_pointer(%rip)
    ud2

# u64 mirage_random(u64 address of the result): 1 when RDRAND gave a number within ten tries
    .globl mirage_random
mirage_random:
    movl $10, %ecx
1:  rdrand %rax
    jc 2f
    decl %ecx
    jnz 1b
    xorl %eax, %eax
    ret
2:  movq %rax, (%rdi)
    movl $1, %eax
    ret

    .section .data
    .balign 16
    .globl mirage_gdt
mirage_gdt:
    .quad 0
    .quad 0x00AF9B000000FFFF            # 8: 64-bit code, ring 0
    .quad 0x00CF93000000FFFF            # 16: data, ring 0
    .quad 0                             # 24: TSS, filled by traps.py
    .quad 0
gdt_pointer:
    .word 5 * 8 - 1
    .quad mirage_gdt

    .section .rodata
    .balign 4
default_mxcsr:
    .long 0x1F80                        # all SSE exceptions masked, round to nearest

    .section .bss
    .balign 4096
early_root:
    .skip 4096
early_pointers:
    .skip 4096
early_directories:
    .skip 4 * 4096
    .globl mirage_idt
mirage_idt:
    .skip 4096
    .globl mirage_tss
mirage_tss:
    .skip 128
    .globl mirage_scratch
mirage_scratch:                         # 64 bytes for CPUID and the like, before there is a heap
    .skip 64
table_pointer:
    .skip 16
    .balign 64
    .globl mirage_clock_page
mirage_clock_page:                      # KVM writes its clock parameters here, once
    .skip 64
    .globl mirage_memory_map
mirage_memory_map:                      # 64 pairs of start and end
    .skip 1024
    .globl mirage_command_line
mirage_command_line:
    .skip 4096
