"""LLVM as the clang of the ziglang package has it: texts in, ELF objects out, many in one process.

`zig clang -cc1` takes any number of modules and writes an object beside each, so that a process costs little.
"""

from __future__ import annotations

import errno
import os
import subprocess
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from mirage.compiler.llvm.module import TRIPLE

CPU = "x86-64-v2"  # no AVX: every hypervisor's default CPU has these
INLINE_THRESHOLD = 20  # LLVM's own limit is 225

_BATCH = 2_000_000  # characters of LLVM text for one process at most: a second or two
_LEAST = 200_000  # and at least, as long as there are enough

# Library code marks what must be inline; beyond that LLVM inlines only what makes the code no larger (the
# application's own calls have a higher limit, see module.py).  Loops over checked ints and objects do not
# vectorise: clang leaves the vectorisers out unless it is told otherwise.
_OPTIONS = (
    *("-triple", TRIPLE, "-target-cpu", CPU, "-mrelocation-model", "static", "-mcmodel=small"),
    *("-mllvm", "-inline-cost-full", "-mllvm", f"-inlinedefault-threshold={INLINE_THRESHOLD}"),
    "-fno-unroll-loops",
)

# Allocation comes in place of the calls of `mirage.new` once everything else is done: of LLVM's pipeline
# this leaves the inliner of what must be inlined, jump threading and the simplification of control flow.
_DONE_BEFORE = """
adce aggressive-instcombine alignment-from-assumptions annotation2metadata bdce called-value-propagation
cg-profile constmerge constraint-elimination coro-annotation-elide correlated-propagation deadargelim
declare-to-assign div-rem-pairs drop-unnecessary-assumes dse early-cse float2int forceattrs
function-attrs globalopt gvn indvars infer-alignment inferattrs inject-tli-mappings inline instcombine
instsimplify ipsccp lcssa libcalls-shrinkwrap licm loop-deletion loop-distribute loop-idiom
loop-instsimplify loop-load-elim loop-rotate loop-simplify loop-simplifycfg loop-sink loop-unroll
loop-unroll-full loop-vectorize lower-constant-intrinsics lower-expect mem2reg memcpyopt
memprof-remove-attributes mldst-motion move-auto-init openmp-opt openmp-opt-cgscc reassociate
recompute-globalsaa rel-lookup-table-converter rpo-function-attrs sccp simple-loop-unswitch
speculative-execution sroa tailcallelim transform-warning vector-combine
"""


class ToolchainError(Exception):
    """A tool that builds images is missing, or could not do its work; the text says which and why."""


@dataclass(frozen=True)
class Part:
    """A module to be compiled.

    text       makes it when its turn comes
    size       its characters, roughly: the work it is
    allocates  it calls `mirage.new` and is to be given that at the end
    """

    text: Callable[[], str]
    size: int
    allocates: bool = False


@cache
def zig() -> str:
    """The package's executable itself, without a Python in between; raises ToolchainError."""
    spec = find_spec("ziglang")
    if spec is None or spec.origin is None:
        raise ToolchainError("LLVM is missing: install the package `ziglang`")
    return str(Path(spec.origin).parent / "zig")


def processors() -> int:
    """How many this process may use; MIRAGE_JOBS overrides it."""
    wanted = os.environ.get("MIRAGE_JOBS", "")
    if wanted.isdigit() and int(wanted) > 0:
        return int(wanted)
    return len(os.sched_getaffinity(0))


def emit_object(text: str, *, opt: int = 2) -> bytes:
    """The object of one module, which allocates nothing; raises as `compile_all` does."""
    return compile_all([Part(lambda: text, len(text))], opt)[0]


def compile_all(
    parts: Sequence[Part], opt: int, allocation: str = "", jobs: int | None = None
) -> list[bytes]:
    """The objects of many modules.

    opt         LLVM's speed level, 0 to 2
    allocation  the module that defines `mirage.new`, to be inlined
    raises      RuntimeError with LLVM's message for malformed text (a bug of the compiler), ToolchainError,
                OSError when the disk is full
    """
    with tempfile.TemporaryDirectory(prefix="mirage-llvm-") as folder:
        room = Path(folder)
        if any(part.allocates for part in parts):
            (room / "new.ll").write_text(allocation, encoding="utf-8", errors="surrogatepass")
            _run(room, ["new"], opt, "-emit-llvm-bc")
        jobs = jobs or processors()
        work = _Work(parts, room, opt, jobs)
        threads = [threading.Thread(target=work.serve, daemon=True) for _ in range(min(jobs, len(parts)) - 1)]
        for thread in threads:
            thread.start()
        work.serve()
        for thread in threads:
            thread.join()
    if work.failures:
        raise work.failures[0]
    return [work.objects[index] for index in range(len(parts))]


@dataclass
class _Work:
    """What several threads take from, each with a process of LLVM at a time."""

    parts: Sequence[Part]
    room: Path
    opt: int
    jobs: int
    objects: dict[int, bytes] = field(default_factory=dict)
    failures: list[Exception] = field(default_factory=list)

    def __post_init__(self) -> None:
        # from the end: what allocates takes longest, and large modules come first
        order = sorted(range(len(self.parts)), key=lambda n: (self.parts[n].allocates, self.parts[n].size))
        self._waiting = order
        self._left = sum(part.size for part in self.parts)
        self._lock = threading.Lock()

    def serve(self) -> None:
        """Compile batches until there are none; a failure ends everybody's work."""
        try:
            while not self.failures and (batch := self._take()):
                self._compile(batch)
        except Exception as error:
            self.failures.append(error)

    def _take(self) -> list[int]:
        """Parts for one process: fewer towards the end, so that all end at the same time."""
        with self._lock:
            limit = min(_BATCH, max(_LEAST, self._left // (2 * self.jobs)))
            batch: list[int] = []
            size = 0
            while self._waiting and (not batch or size + self.parts[self._waiting[-1]].size <= limit):
                if batch and self.parts[self._waiting[-1]].allocates != self.parts[batch[0]].allocates:
                    break
                batch.append(self._waiting.pop())
                size += self.parts[batch[-1]].size
            self._left -= size
            return batch

    def _compile(self, batch: list[int]) -> None:
        names = [str(index) for index in batch]
        for index, name in zip(batch, names, strict=True):
            text = self.parts[index].text()
            (self.room / f"{name}.ll").write_text(text, encoding="utf-8", errors="surrogatepass")
        allocates = self.parts[batch[0]].allocates
        given = ("-mlink-builtin-bitcode", "new.bc") if allocates else ()
        if allocates and self.opt > 0:
            _run(self.room, names, self.opt, "-emit-llvm-bc")
            done = ("-mllvm", "-opt-disable=" + ",".join(_DONE_BEFORE.split()))
            _run(self.room, names, self.opt, "-emit-obj", *given, *done, suffix=".bc")
        else:
            _run(self.room, names, self.opt, "-emit-obj", *given)
        for index, name in zip(batch, names, strict=True):
            self.objects[index] = (self.room / f"{name}.o").read_bytes()
            for suffix in (".ll", ".bc", ".o"):
                (self.room / f"{name}{suffix}").unlink(missing_ok=True)


def _run(room: Path, names: Sequence[str], opt: int, *options: str, suffix: str = ".ll") -> None:
    """Let LLVM make one file of each."""
    # Modules are verified where they are not optimised, as most tests' are: it is a tenth of optimising.
    unverified = ("-disable-llvm-verifier",) if opt > 0 else ()
    command = [zig(), "clang", "-cc1", *_OPTIONS, f"-O{opt}", *unverified, *options, "-x", "ir"]
    command += [name + suffix for name in names]
    try:
        done = subprocess.run(command, cwd=room, capture_output=True, text=True, check=False)
    except OSError as error:
        raise ToolchainError(f"LLVM cannot be started: {error}") from error
    if done.returncode < 0:
        raise RuntimeError(f"LLVM's process was ended by signal {-done.returncode} (out of memory?)")
    if done.returncode != 0:
        if os.strerror(errno.ENOSPC) in done.stderr:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(room))
        raise RuntimeError(done.stderr.strip() or f"LLVM ended with status {done.returncode}")
