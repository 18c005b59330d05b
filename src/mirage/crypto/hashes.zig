//! Zig's hash functions through the C ABI, for `mirage.crypto.hashes`.
//!
//! Each function is three symbols: start(state), update(state, data, size), finish(state, out, size).
//! `state` is 1024 bytes, 16-aligned, opaque; `finish` leaves it as it was, so that more may be added.
//! There is no other state, no allocation and no panic; the linker drops what is not called.

const std = @import("std");
const hash = std.crypto.hash;

const state_size = 1024;

fn Exported(comptime Hash: type, comptime name: []const u8) type {
    if (@sizeOf(Hash) > state_size) @compileError(name ++ " needs more state");
    const fixed = @hasDecl(Hash, "finalResult");
    return struct {
        fn start(state: *Hash) callconv(.c) void {
            state.* = Hash.init(.{});
        }

        fn update(state: *Hash, data: [*]const u8, size: usize) callconv(.c) void {
            state.update(data[0..size]);
        }

        fn finish(state: *const Hash, out: [*]u8, size: usize) callconv(.c) void {
            var copy = state.*;
            if (fixed) {
                copy.final(out[0..Hash.digest_length]);
            } else {
                copy.squeeze(out[0..size]);
            }
        }

        fn exports() void {
            @export(&start, .{ .name = "zig_hashes_" ++ name ++ "_start" });
            @export(&update, .{ .name = "zig_hashes_" ++ name ++ "_update" });
            @export(&finish, .{ .name = "zig_hashes_" ++ name ++ "_finish" });
        }
    };
}

comptime {
    Exported(hash.Md5, "md5").exports();
    Exported(hash.Sha1, "sha1").exports();
    Exported(hash.sha2.Sha224, "sha224").exports();
    Exported(hash.sha2.Sha256, "sha256").exports();
    Exported(hash.sha2.Sha384, "sha384").exports();
    Exported(hash.sha2.Sha512, "sha512").exports();
    Exported(hash.sha3.Sha3_224, "sha3_224").exports();
    Exported(hash.sha3.Sha3_256, "sha3_256").exports();
    Exported(hash.sha3.Sha3_384, "sha3_384").exports();
    Exported(hash.sha3.Sha3_512, "sha3_512").exports();
    Exported(hash.sha3.Shake128, "shake_128").exports();
    Exported(hash.sha3.Shake256, "shake_256").exports();
}
