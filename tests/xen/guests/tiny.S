# The smallest PVH guest: a line to port 0xE9, which Xen logs, then SCHEDOP_shutdown with the reason in REASON.
	.section .note.Xen,"a",@note
	.long 4, 4, 18				# PHYS32_ENTRY
	.asciz "Xen"
	.long _start

	.text
	.code32
	.globl _start
_start:
	mov $text, %esi
next:
	lodsb
	test %al, %al
	jz end
	out %al, $0xe9
	jmp next
end:
	mov $29, %eax				# HYPERVISOR_sched_op
	mov $2, %ebx				# SCHEDOP_shutdown
	mov $reason, %ecx
	vmmcall
	hlt

	.data
reason:
	.long REASON
text:
	.asciz "alive\n"
