"""sys, errno and secrets: constants, limits, tokens, comparison."""

import errno
import secrets
import string
import sys
from collections.abc import Callable


def attempt(work: Callable[[], object]) -> None:
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


print(sys.maxsize, sys.maxunicode, sys.byteorder, sys.version_info[:2], sys.version_info >= (3, 8), sys.hexversion >> 16 == 0x030B, sys.platform)
print(sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.int_info.default_max_str_digits, sys.getrecursionlimit(), sys.getdefaultencoding(), sys.getfilesystemencoding())
print(sys.intern("word") == "word", len(sys.argv), sys.stdout.writable(), sys.get_int_max_str_digits(), sys.is_finalizing())
limit = sys.getrecursionlimit()
sys.setrecursionlimit(limit)
attempt(lambda: sys.setrecursionlimit(0))
sys.stdout.write("written\n")
sys.stderr.write("")

print(errno.ENOENT, errno.EACCES, errno.EEXIST, errno.ECONNREFUSED, errno.EAGAIN == errno.EWOULDBLOCK, errno.errorcode[errno.EPIPE], errno.errorcode[2], len(errno.errorcode) > 100)
for number in (errno.ENOENT, errno.ECONNRESET, errno.ETIMEDOUT, errno.EEXIST, errno.EPERM, errno.EINTR, errno.EPIPE, errno.EINVAL):
    error = OSError(number, "text")
    print(type(error).__name__, error.errno, error, error.args)

token = secrets.token_bytes(20)
print(len(token), len(secrets.token_hex(8)), len(secrets.token_urlsafe(16)), all(c in string.hexdigits for c in secrets.token_hex()), len(secrets.token_bytes()))
print({secrets.choice("ab") for _ in range(100)} == {"a", "b"}, all(0 <= secrets.randbelow(5) < 5 for _ in range(100)), secrets.randbits(0), secrets.randbits(9) < 512)
print(secrets.compare_digest("same", "same"), secrets.compare_digest(b"same", b"diff"), secrets.compare_digest("", ""), secrets.token_hex(4) != secrets.token_hex(4))
attempt(lambda: secrets.randbelow(0))
attempt(lambda: secrets.choice([]))
attempt(lambda: secrets.compare_digest("é", "é"))
alphabet = string.ascii_letters + string.digits
password = "".join(secrets.choice(alphabet) for _ in range(12))
print(len(password), password.isalnum())
print(sys.hash_info.modulus, hash(float("inf")) == sys.hash_info.inf, sys.hash_info.width, sys.flags.optimize, sys.float_repr_style)
print(sys.getswitchinterval(), sys.getfilesystemencodeerrors(), sys.warnoptions, sys.abiflags == "", sys.__stdin__ is sys.stdin)
