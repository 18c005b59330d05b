# What Xen and the image share by address, and the call into it.

# Interrupts only ever arrive at the `sti; hlt` of mirage_wait_for_interrupt.  Xen injects its vector without a
# local APIC, so there is none to be told; the handler leaves interrupts disabled in the flags it returns to.
# `sti` holds interrupts off until `hlt` has begun, except where a hypervisor below Xen forgets that (QEMU's nested
# SVM does): then the handler returns behind the `hlt`, which without interrupts would end the domain.  The same
# hypervisor rarely (docs/design/xen.md) delivers a second interrupt at the handler's first instruction; it returns
# there like any other, because both run on the program's stack.

    .text
    .balign 16
    .globl mirage_interrupt_stub
mirage_interrupt_stub:
    andl $~0x200, 16(%rsp)
    cmpq $mirage_halt, (%rsp)
    jne 1f
    incq (%rsp)
1:  iretq

# u64 mirage_hypercall(u64 number, u64 first, u64 second, u64 third): each call has 32 bytes of the hypercall page
    .balign 16
    .globl mirage_hypercall
mirage_hypercall:
    shlq $5, %rdi
    leaq mirage_hypercall_page(%rdi), %rax
    movq %rsi, %rdi
    movq %rdx, %rsi
    movq %rcx, %rdx
    jmp *%rax

    .section .bss
    .balign 4096
    .globl mirage_hypercall_page
mirage_hypercall_page:                  # Xen writes it; start.py then makes it executable and read-only
    .skip 4096
    .globl mirage_shared_info
mirage_shared_info:                     # Xen's page, put here in place of ours
    .skip 4096
    .globl mirage_grant_table
mirage_grant_table:                     # Xen's pages, likewise: the table, and a page of its entries' status
    .skip 6 * 4096
    .globl mirage_xen_arguments
mirage_xen_arguments:                   # what a hypercall points to; no two are prepared at a time
    .skip 128
