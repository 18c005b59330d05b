# The gate to the system calls of disks, as start.S has one for sockets.

# i64 linux_disk_call(number, a, b, c, d): the only way to the system calls of disks.
# When nothing calls it the linker drops this section, and seccomp.py sees that its bounds are equal.
    .section .text.linux_disk, "ax", @progbits
    .globl linux_disk_call
    .type linux_disk_call, @function
linux_disk_call:
    mov %rdi, %rax
    mov %rsi, %rdi
    mov %rdx, %rsi
    mov %rcx, %rdx
    mov %r8, %r10
    syscall
    ret
    .size linux_disk_call, . - linux_disk_call

# void linux_open_disks(void): disk.py's function in programs that have it.
    .section .text.linux_disk_opener, "ax", @progbits
    .globl linux_open_disks
    .weak linux_disk_open_all
    .type linux_open_disks, @function
linux_open_disks:
    mov $linux_disk_open_all, %eax
    test %rax, %rax
    jz 1f
    jmp *%rax
1:  ret
    .size linux_open_disks, . - linux_open_disks

# void linux_disk_keep(index, result), i64 linux_disk_kept(index): what opening gave, before there is a heap
    .section .text.linux_disk_results, "ax", @progbits
    .globl linux_disk_keep
    .globl linux_disk_kept
linux_disk_keep:
    mov %rsi, linux_disk_results(, %rdi, 8)
    ret
linux_disk_kept:
    mov linux_disk_results(, %rdi, 8), %rax
    ret

    .section .bss.linux_disk_results, "aw", @nobits
    .p2align 3
linux_disk_results:
    .zero 32 * 8                        # _MOST_DISKS

    .section .data.linux_disk_bounds, "aw", @progbits
    .globl linux_disk_bounds
    .p2align 3
linux_disk_bounds:
    .quad __linux_disk_start
    .quad __linux_disk_end

    .section .note.GNU-stack, "", @progbits
