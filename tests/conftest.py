"""What all tests share."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

ROOT = Path(__file__).resolve().parent.parent

# Tests run in parallel on few cores: a fixed hash seed keeps failures repeatable.
os.environ.setdefault("PYTHONHASHSEED", "0")
# A shell that runs the suite in the background has it ignore SIGINT: tested programs must not inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, str(ROOT / "src"))

from mirage.compiler.accelerated import activate  # noqa: E402

# Where `mirage accelerate` has compiled the compiler, the tests use that, as the command line does.
ACCELERATED = activate()


# The suite tries the same examples every time; `--hypothesis-profile=long` others, and ten times as many.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("long", derandomize=False, deadline=None, print_blob=True)
settings.load_profile("repeatable")
LONG = 10

KNOWN = ROOT / "tests" / "known-failures.txt"


def known_failures() -> dict[str, str]:
    """Tests that are known to fail, each with its reason: `node id: reason`, one a line."""
    found = {}
    for line in KNOWN.read_text(encoding="utf-8").splitlines() if KNOWN.exists() else []:
        if line and not line.startswith("#"):
            name, _, reason = line.partition(": ")
            found[name] = reason
    return found


def try_more_examples(items: list[pytest.Item]) -> None:
    """Multiply what each property asks for: by LONG, or as its mark says."""
    properties = {
        item.function: marked.args[0] if (marked := item.get_closest_marker("more_in_long_mode")) else LONG
        for item in items
        if is_hypothesis_test(getattr(item, "function", None))
    }
    for test, factor in properties.items():
        asked = test._hypothesis_internal_use_settings
        test._hypothesis_internal_use_settings = settings(asked, max_examples=asked.max_examples * factor)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> None:
    """A test that replaces a part of the compiler runs in a process that has the sources."""
    if not ACCELERATED or item.get_closest_marker("from_sources") is None:
        return
    command = [sys.executable, "-P", "-m", "pytest", "-q", "-p", "no:cacheprovider", item.nodeid]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["MIRAGE_NATIVE"] = "0"
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert isinstance(item, pytest.Function)
    item.obj = lambda **given: None
    if done.returncode != 0:
        pytest.fail(done.stdout + done.stderr, pytrace=False)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Known failures are expected to fail, and shown as such; boot tests are skipped without QEMU."""
    known = known_failures()
    if config.getoption("--hypothesis-profile") == "long":
        try_more_examples(items)
    for item in items:
        if item.nodeid in known:
            item.add_marker(pytest.mark.xfail(reason=known[item.nodeid]))
    if shutil.which("qemu-system-x86_64") is not None:
        return
    skip = pytest.mark.skip(reason="qemu-system-x86_64 is not installed")
    for item in items:
        if "boot" in item.keywords:
            item.add_marker(skip)
