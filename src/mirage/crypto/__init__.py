"""Cryptographic primitives: Zig's std.crypto through the C ABI."""
