"""The x86-64 instructions that the language cannot express, one function each."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    asm,
    asm_void,
    call_symbol,
    inline,
    load32,
    noinline,
    symbol_address,
    u8,
    u16,
    u32,
    u64,
)


@inline
def out8(port: u64, value: u64) -> None:
    """Write the low byte of `value` to an I/O port."""
    asm_void("outb %al, %dx", "{ax},{dx},~{memory}", value, port)


@inline
def out16(port: u64, value: u64) -> None:
    asm_void("outw %ax, %dx", "{ax},{dx},~{memory}", value, port)


@inline
def out32(port: u64, value: u64) -> None:
    asm_void("outl %eax, %dx", "{ax},{dx},~{memory}", value, port)


@inline
def in8(port: u64) -> u8:
    return u8(asm("inb %dx, %al", "={ax},{dx},~{memory}", port))


@inline
def in16(port: u64) -> u16:
    return u16(asm("inw %dx, %ax", "={ax},{dx},~{memory}", port))


@inline
def in32(port: u64) -> u32:
    return u32(asm("inl %dx, %eax", "={ax},{dx},~{memory}", port))


@inline
def read_tsc() -> u64:
    """The time-stamp counter; `lfence` keeps it from being read early."""
    return asm("lfence; rdtsc; shlq $$32, %rdx; orq %rdx, %rax", "={ax},~{dx},~{flags}")


@inline
def read_msr(register: u64) -> u64:
    return asm("rdmsr; shlq $$32, %rdx; orq %rdx, %rax", "={ax},{cx},~{dx},~{flags}", register)


@inline
def write_msr(register: u64, value: u64) -> None:
    asm_void("wrmsr", "{cx},{ax},{dx},~{memory}", register, value, value >> 32)


@inline
def read_cr0() -> u64:
    return asm("movq %cr0, $0", "=r")


@inline
def write_cr0(value: u64) -> None:
    asm_void("movq $0, %cr0", "r,~{memory}", value)


@inline
def read_cr2() -> u64:
    """The address of the last page fault."""
    return asm("movq %cr2, $0", "=r")


@inline
def write_cr3(root: u64) -> None:
    """Use the page tables at `root` and forget cached translations."""
    asm_void("movq $0, %cr3", "r,~{memory}", root)


@inline
def read_cr4() -> u64:
    return asm("movq %cr4, $0", "=r")


@inline
def write_cr4(value: u64) -> None:
    asm_void("movq $0, %cr4", "r,~{memory}", value)


@inline
def pause() -> None:
    asm_void("pause", "~{memory}")


CPUID_EAX: Final = 0
CPUID_EBX: Final = 4
CPUID_ECX: Final = 8
CPUID_EDX: Final = 12


@noinline
def cpuid(leaf: u64, subleaf: u64, register: u64) -> u32:
    """One register of CPUID: CPUID_EAX, CPUID_EBX, CPUID_ECX or CPUID_EDX."""
    scratch = symbol_address("mirage_scratch")
    call_symbol("mirage_cpuid", leaf, subleaf, scratch)
    return load32(scratch + register)
