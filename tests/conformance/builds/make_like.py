"""A small `make`: rules with patterns, variables, timestamps in memory, dry runs, cycles, and failing recipes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

VARIABLE = re.compile(r"\$\((\w+)\)|\$([@<^*])")


class MakeError(Exception):
    pass


class NoRule(MakeError):
    def __init__(self, target: str, needed_by: str | None) -> None:
        by = f", needed by '{needed_by}'" if needed_by else ""
        super().__init__(f"no rule to make target '{target}'{by}")


class CycleError(MakeError):
    def __init__(self, path: list[str]) -> None:
        super().__init__("circular dependency " + " <- ".join(path))


@dataclass
class Rule:
    target: str
    needs: list[str]
    recipe: list[str] = field(default_factory=list)

    def stem(self, target: str) -> str | None:
        head, percent, tail = self.target.partition("%")
        if not percent:
            return None
        if target.startswith(head) and target.endswith(tail) and len(target) > len(head + tail):
            return target[len(head) : len(target) - len(tail)]
        return None


class Files:
    """Contents and a clock that ticks at every write."""

    def __init__(self, **files: str) -> None:
        self.clock = 0
        self.text: dict[str, str] = {}
        self.time: dict[str, int] = {}
        for name, text in files.items():
            self.write(name.replace("_", "."), text)

    def write(self, name: str, text: str) -> None:
        self.clock += 1
        self.text[name] = text
        self.time[name] = self.clock


class Makefile:
    def __init__(self, source: str) -> None:
        self.variables: dict[str, str] = {}
        self.rules: list[Rule] = []
        self.phony: set[str] = set()
        for number, line in enumerate(source.splitlines(), 1):
            if line.startswith("\t"):
                if not self.rules:
                    raise MakeError(f"line {number}: recipe commences before first target")
                self.rules[-1].recipe.append(line.strip())
            elif (found := re.fullmatch(r"(\w+)\s*(\+?=)\s*(.*)", line)) is not None:
                name, sign, value = found.groups()
                old = self.variables.get(name)
                self.variables[name] = f"{old} {value}" if sign == "+=" and old else value
            elif ":" in line:
                targets, _, needs = self.expand(line).partition(":")
                if targets == ".PHONY":
                    self.phony |= set(needs.split())
                else:
                    self.rules.extend(Rule(target, needs.split()) for target in targets.split())
            elif line.strip() and not line.startswith("#"):
                raise MakeError(f"line {number}: missing separator")

    def expand(self, text: str, automatic: dict[str, str] | None = None, depth: int = 0) -> str:
        if depth > 10:
            raise MakeError(f"variable refers to itself in {text!r}")

        def value(found: re.Match[str]) -> str:
            name = found[1] or found[2]
            if automatic is not None and name in automatic:
                return automatic[name]
            return self.expand(self.variables.get(name, ""), automatic, depth + 1) if found[1] else found[0]

        return VARIABLE.sub(value, text)

    def rule_for(self, target: str, files: Files) -> tuple[Rule, str] | None:
        for rule in self.rules:
            if rule.target == target:
                return rule, ""
        for rule in self.rules:
            stem = rule.stem(target)
            if stem is not None and all(n.replace("%", stem) in files.text for n in rule.needs):
                return rule, stem
        return None


class Builder:
    def __init__(self, makefile: Makefile, files: Files, commands: dict[str, Callable[..., str]]) -> None:
        self.makefile, self.files, self.commands = makefile, files, commands
        self.done: dict[str, bool] = {}

    def build(self, target: str, path: tuple[str, ...] = (), dry: bool = False) -> Iterator[str]:
        if target in path:
            raise CycleError([*path[path.index(target) :], target])
        if target in self.done:
            return
        found = self.makefile.rule_for(target, self.files)
        if found is None:
            if target not in self.files.text:
                raise NoRule(target, path[-1] if path else None)
            self.done[target] = False
            return
        rule, stem = found
        needs = [n.replace("%", stem) for n in rule.needs]
        for need in needs:
            yield from self.build(need, (*path, target), dry)
        stamp = self.files.time.get(target, 0)
        stale = target in self.makefile.phony or stamp == 0
        stale = stale or any(self.done[n] or self.files.time.get(n, 0) > stamp for n in needs)
        self.done[target] = stale
        if not stale:
            return
        automatic = {"@": target, "<": needs[0] if needs else "", "^": " ".join(needs), "*": stem}
        for line in rule.recipe:
            command = self.makefile.expand(line, automatic)
            yield command
            if not dry:
                name, *words = command.split()
                try:
                    text = self.commands[name](*[self.files.text.get(w, w) for w in words if w != target])
                except Exception as error:
                    raise MakeError(f"[{target}] {type(error).__name__}: {error}") from error
                self.files.write(target, text)


SOURCE = """\
# a program of two modules
CC = cc
OBJECTS = main.o
OBJECTS += util.o
.PHONY: all check
all: app notes.txt
app: $(OBJECTS)
\tlink $@ $^
%.o: %.c
\t$(CC) $@ $<
main.o: config.h main.c
\t$(CC) $@ main.c config.h
check: app
\ttest app
notes.txt:
\techo $@ made
bad: main.c
\tfail $@
a: b
b: c
c: a
lost: missing.c
"""
COMMANDS: dict[str, Callable[..., str]] = {
    "cc": lambda *sources: "<" + "+".join(sources) + ">",
    "link": lambda *objects: "".join(objects),
    "echo": lambda *words: " ".join(words),
    "test": lambda text: f"tested {len(text)}",
    "fail": lambda text: str(int(text)),
}
files = Files(main_c="M", util_c="U", config_h="H")


def make(*goals: str, dry: bool = False) -> None:
    builder = Builder(Makefile(SOURCE), files, COMMANDS)
    print(f"$ make{' -n' if dry else ''} {' '.join(goals)}")
    try:
        for goal in goals:
            if not (steps := list(builder.build(goal, dry=dry))):
                print(f"  '{goal}' is up to date")
            for step in steps:
                print("  " + step)
    except MakeError as error:
        print(f"  *** {error}", "" if error.__cause__ is None else f"({error.__cause__!r})")


make("all", dry=True)
make("all")
make("app", "notes.txt")
files.write("util.c", "U2")
make("app", "check", "check")
files.write("config.h", "H2")
make("all")
print(files.text["app"], files.text["check"], files.clock)
for goal in ("a", "lost", "nothing", "bad", "util.c"):
    make(goal)
for source in ["\tx", "a b c", "A = $(A)\nx: $(A)"]:
    try:
        Makefile(source)
    except MakeError as error:
        print("makefile:", error)
