"""Compiles several programs into one image for Xen, unoptimised; sys.argv[0], a path, chooses among them.

    python tests/xen/several.py IMAGE PROGRAM...

What they share is compiled once, in a third of the time that an optimised image takes.  The image is kept,
as `mirage build` keeps images.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

from mirage.compiler.driver import BuildRequest, build_image
from mirage.images import cache


def main(image: Path, programs: list[Path]) -> None:
    store = Path(".mirage", "xen").absolute()
    store.mkdir(parents=True, exist_ok=True)
    keys = [cache.image_key(program, "xen", ("-O0",)) for program in programs]
    key = hashlib.sha256("".join(keys).encode()).hexdigest()
    kept = cache.find(store, key)
    if kept is None:
        request = BuildRequest(
            entry=programs[0],
            target="xen",
            output=store / f"{key}.{os.getpid()}",
            emit=None,
            cache=store,
            optimise=0,
            others=tuple(programs[1:]),
        )
        cache.keep(store, key, build_image(request).image)
    shutil.copyfile(store / key, image)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(word) for word in sys.argv[2:]])
