"""How long many lines take to build: programs that have nothing in common, in one image, nothing kept.

    python benchmarks/lines/run.py                    conformance programs until there are 10,000 lines
    python benchmarks/lines/run.py --lines 3000       until there are so many
    python benchmarks/lines/run.py FILE ...           these programs
    python benchmarks/lines/run.py -O 0               not optimised, as most tests are

Conformance programs are dense: each line tries something.  The stages' times are elapsed seconds; beside them
stands the processor time of this process and of LLVM's.  `mirage accelerate` halves the first of these.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "conformance")]

from mirage.compiler.accelerated import activate  # noqa: E402


def _length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def conformance(lines: int) -> list[Path]:
    """Programs from all folders with so many lines together."""
    import harness

    programs = [p for p in harness.programs() if p.refusal is None and not p.boot and not p.alone]
    found: list[Path] = []
    for first in range(8):
        for program in programs[first::8]:
            if lines <= 0:
                return found
            found.append(program.entry)
            lines -= _length(program.entry)
    return found


def _seconds(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("-O", dest="optimise", type=int, choices=(0, 1, 2), default=2)
    options = parser.parse_args()
    accelerated = activate()
    from mirage.compiler.driver import BuildRequest, build_image

    files = [path.resolve() for path in options.files] or conformance(options.lines)
    total = sum(_length(path) for path in files)
    print(f"{len(files)} programs, {total:,} lines, compiler {'compiled' if accelerated else 'from sources'}")
    before = _seconds(resource.RUSAGE_SELF), _seconds(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="mirage-lines-") as folder:
        result = build_image(
            BuildRequest(
                entry=files[0],
                target="linux",
                output=Path(folder) / "image",
                emit=None,
                cache=None,
                optimise=options.optimise,
                progress=lambda stage, seconds: print(f"{stage:10} {seconds:7.1f} s", flush=True),
                others=tuple(files[1:]),
            )
        )
    elapsed = time.perf_counter() - started
    ours = _seconds(resource.RUSAGE_SELF) - before[0]
    llvm = _seconds(resource.RUSAGE_CHILDREN) - before[1]
    print(f"{'all':10} {elapsed:7.1f} s, {elapsed * 10_000 / total:.1f} s for 10,000 lines")
    print(f"processor: {ours:.1f} s, LLVM {llvm:.1f} s; the image has {result.size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
