# Entry of a Linux process, signal handlers, and the gate to the network system calls.

    .set STACK_BYTES, 8388608
    .set GUARD_BYTES, 65536             # below the stack, not accessible
    .set HEADROOM_BYTES, 262144         # what functions without a stack check may use below the limit

    .section .text.start, "ax", @progbits
    .globl _start
    .type _start, @function
_start:
    xor %ebp, %ebp
    mov %rsp, %rbx                      # argc, argv, 0, environment, 0
    mov $9, %eax                        # mmap(0, size, READ|WRITE, PRIVATE|ANONYMOUS|NORESERVE, -1, 0)
    xor %edi, %edi
    mov $(STACK_BYTES + GUARD_BYTES), %esi
    mov $3, %edx
    mov $0x4022, %r10d
    mov $-1, %r8
    xor %r9d, %r9d
    syscall
    cmp $-4096, %rax
    ja .Lno_stack
    mov %rax, %r12
    mov $10, %eax                       # mprotect(guard, size, NONE)
    mov %r12, %rdi
    mov $GUARD_BYTES, %esi
    xor %edx, %edx
    syscall
    lea GUARD_BYTES(%r12), %rax
    mov %rax, linux_stack_bottom(%rip)
    add $HEADROOM_BYTES, %rax
    mov %rax, mirage_stack_limit(%rip)
    lea (GUARD_BYTES + STACK_BYTES)(%r12), %rsp
    mov %rsp, mirage_stack_top(%rip)
    mov %rbx, %rdi
    call mirage_start
.Lno_stack:
    mov $231, %eax                      # exit_group(127)
    mov $127, %edi
    syscall
    ud2
    .size _start, . - _start

# Return from a signal handler.
    .section .text.linux_signals, "ax", @progbits
    .globl linux_signal_return
    .type linux_signal_return, @function
linux_signal_return:
    mov $15, %eax                       # rt_sigreturn
    syscall
    ud2
    .size linux_signal_return, . - linux_signal_return

# SIGINT: in a program that waits or has an event loop, note it: the wait raises KeyboardInterrupt.  In any
# other, and while the first is still noted, write what was printed and end the process with 130.
    .globl linux_on_interrupt
    .type linux_on_interrupt, @function
linux_on_interrupt:
    cmpq $0, linux_interruptible(%rip)
    je .Lend
    cmpq $0, linux_interrupted(%rip)
    jne .Lend
    movq $1, linux_interrupted(%rip)
    ret
.Lend:
    and $-16, %rsp
    call linux_flush
    mov $231, %eax                      # exit_group(130)
    mov $130, %edi
    syscall
    ud2
    .size linux_on_interrupt, . - linux_on_interrupt

# A fault, on the alternate stack: rdi signal, rsi siginfo, rdx ucontext.
    .globl linux_on_fault
    .type linux_on_fault, @function
linux_on_fault:
    and $-16, %rsp
    call linux_report_fault
    ud2
    .size linux_on_fault, . - linux_on_fault

# i64 linux_read_clock(which, timespec): by the function at `linux_clock` (vdso.py), else by the system call.
    .section .text.linux_clock, "ax", @progbits
    .globl linux_read_clock
    .type linux_read_clock, @function
linux_read_clock:
    mov linux_clock(%rip), %rax
    test %rax, %rax
    jz .Lclock_call
    jmp *%rax
.Lclock_call:
    mov $228, %eax                      # clock_gettime
    syscall
    ret
    .size linux_read_clock, . - linux_read_clock

    .section .bss.linux_clock, "aw", @nobits
    .globl linux_clock
    .p2align 3
linux_clock:
    .zero 8

# i64 linux_network_call(number, a, b, c, d, e, f): the only way to the system calls of sockets and epoll.
# When nothing calls it the linker drops this section, and seccomp.py sees that its bounds are equal.
    .section .text.linux_network, "ax", @progbits
    .globl linux_network_call
    .type linux_network_call, @function
linux_network_call:
    mov %rdi, %rax
    mov %rsi, %rdi
    mov %rdx, %rsi
    mov %rcx, %rdx
    mov %r8, %r10
    mov %r9, %r8
    mov 8(%rsp), %r9
    syscall
    ret
    .size linux_network_call, . - linux_network_call

    .section .data.linux_network_bounds, "aw", @progbits
    .globl linux_network_bounds
    .p2align 3
linux_network_bounds:
    .quad __linux_network_start
    .quad __linux_network_end

    .section .bss.process, "aw", @nobits
    .globl linux_stack_bottom
    .globl linux_interruptible
    .globl linux_interrupted
    .globl linux_scratch
    .globl linux_fault_stack
    .p2align 6
linux_stack_bottom:
    .zero 8
linux_interruptible:
    .zero 8
linux_interrupted:
    .zero 8
    .p2align 6
linux_scratch:                          # arguments and results of system calls
    .zero 4096
linux_fault_stack:
    .zero 16384

    .section .note.GNU-stack, "", @progbits
