# Interrupts only ever arrive at the `sti; hlt` of mirage_wait_for_interrupt.  The handler leaves them
# disabled in the flags it returns to, so that a level-triggered line which the driver has yet to quiet
# is taken once and not for ever.

    .balign 16
    .globl mirage_interrupt_stub
mirage_interrupt_stub:
    andl $~0x200, 16(%rsp)
    pushq %rax
    movl $0xFEE000B0, %eax              # local APIC: end of interrupt
    movl $0, (%rax)
    popq %rax
    iretq
