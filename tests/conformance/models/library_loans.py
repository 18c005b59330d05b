"""A lending library: copies, holds, fines by member class, and rules that are objects combined by operators."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Flag, auto
from operator import attrgetter


class Perk(Flag):
    NONE = 0
    NO_FINES = auto()
    LONG_LOANS = auto()
    RESERVE = auto()
    STAFF = NO_FINES | LONG_LOANS | RESERVE


@dataclass
class Member:
    name: str
    perks: Perk = Perk.NONE
    fines: int = 0
    loans: dict[str, int] = field(default_factory=dict)


@dataclass
class Title:
    name: str
    copies: int
    reference: bool = False
    holds: deque[str] = field(default_factory=deque)
    out: set[str] = field(default_factory=set)

    @property
    def free(self) -> int:
        return self.copies - len(self.out)


@dataclass(frozen=True)
class Rule:
    """A test with its reason; `&` and `|` and `~` make others of them."""

    reason: str
    test: Callable[[Member, Title], bool] = field(repr=False)

    def __call__(self, member: Member, title: Title) -> str | None:
        return None if self.test(member, title) else self.reason

    def __and__(self, other: Rule) -> Rule:
        def both(member: Member, title: Title) -> bool:
            return self.test(member, title) and other.test(member, title)

        return Rule(f"{self.reason} and {other.reason}", both)

    def __or__(self, other: Rule) -> Rule:
        return Rule(f"{self.reason} or {other.reason}", lambda m, t: self.test(m, t) or other.test(m, t))

    def __invert__(self) -> Rule:
        return Rule(f"not ({self.reason})", lambda m, t: not self.test(m, t))


few_loans = Rule("at most 2 loans", lambda m, t: len(m.loans) < 2)
no_debts = Rule("fines under 500", lambda m, t: m.fines < 500)
reference = Rule("a reference work", lambda m, t: t.reference)
staff = Rule("staff", lambda m, t: Perk.STAFF in m.perks)
in_turn = Rule("no hold by others", lambda m, t: t.free > len(t.holds) or m.name in list(t.holds)[: t.free])
available = Rule("a copy free", lambda m, t: t.free > 0)
POLICY = [no_debts, few_loans | staff, ~reference | staff, available, in_turn]


class Refused(Exception):
    @property
    def reasons(self) -> tuple[str, ...]:
        return self.args


class Library:
    def __init__(self, titles: list[Title], members: list[Member]) -> None:
        self.titles = {t.name: t for t in titles}
        self.members = {m.name: m for m in members}
        self.today = 0

    def lend(self, who: str, what: str) -> int:
        member, title = self.members[who], self.titles[what]
        broken = [reason for rule in POLICY if (reason := rule(member, title)) is not None]
        if what in member.loans:
            broken.append("not lent to them already")
        if broken:
            raise Refused(*broken)
        if who in title.holds:
            title.holds.remove(who)
        title.out.add(who)
        member.loans[what] = due = self.today + (42 if Perk.LONG_LOANS in member.perks else 14)
        return due

    def give_back(self, who: str, what: str) -> str:
        member, title = self.members[who], self.titles[what]
        late = self.today - member.loans.pop(what)
        title.out.discard(who)
        fine = 0
        if late > 0 and not member.perks & Perk.NO_FINES:
            fine = min(25 * late, 1000)
            member.fines += fine
        next_up = f", next {title.holds[0]}" if title.holds else ""
        return f"fine {fine}{next_up}"

    def hold(self, who: str, what: str) -> str:
        member, title = self.members[who], self.titles[what]
        if Perk.RESERVE in member.perks:
            title.holds.appendleft(who)
        else:
            title.holds.append(who)
        return f"number {list(title.holds).index(who) + 1}"

    def pay(self, who: str, what: str) -> str:
        self.members[who].fines -= min(int(what), self.members[who].fines)
        return f"owes {self.members[who].fines}"

    def wait(self, who: str, what: str) -> str:
        self.today += int(what)
        return f"day {self.today}"


library = Library(
    [Title("Dune", 1), Title("Emma", 2), Title("Atlas", 1, reference=True), Title("Ulysses", 1)],
    [Member("ann"), Member("bob", Perk.LONG_LOANS), Member("cat", Perk.STAFF), Member("dee", Perk.RESERVE)],
)
verbs: dict[str, Callable[[str, str], object]] = {
    "lend": library.lend, "back": library.give_back, "hold": library.hold, "pay": library.pay, "wait": library.wait,
}  # fmt: skip
for line in """
lend ann Dune; lend bob Dune; hold bob Dune; hold dee Dune; lend ann Emma; lend ann Ulysses; lend cat Atlas
lend bob Atlas; wait - 20; back ann Dune; lend bob Dune; lend dee Dune; back cat Dune; wait - 60; back ann Emma
lend ann Emma; pay ann 800; pay ann 9999; lend ann Emma; lend ann Emma; back cat Atlas; lend zed Emma; fly ann Emma
""".strip().replace("\n", "; ").split("; "):  # fmt: skip
    verb, who, what = line.split()
    try:
        print(f"{line}: {verbs[verb](who, what)}")
    except Refused as refusal:
        print(f"{line}: refused, needs {'; '.join(refusal.reasons)}")
    except KeyError as error:
        print(f"{line}: unknown {error}")
for member in sorted(library.members.values(), key=attrgetter("fines", "name"), reverse=True):
    print(member)
print(Perk.STAFF, Perk.NO_FINES | Perk.RESERVE, ~Perk.NO_FINES, list(Perk.STAFF), bool(Perk.NONE), Perk(3))
print(few_loans & no_debts, sep="")
