"""Issues with a workflow, labels, links, a query string with predicates, bulk edits, and an activity stream."""

from __future__ import annotations

import shlex
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from enum import Enum
from itertools import count
from operator import attrgetter


class Status(str, Enum):
    OPEN = "open"
    DOING = "doing"
    REVIEW = "review"
    DONE = "done"
    REJECTED = "rejected"

    @property
    def closed(self) -> bool:
        return self in (Status.DONE, Status.REJECTED)


class Priority(Enum):
    LOW = 1
    NORMAL = 2
    HIGH = 3
    URGENT = 4


MOVES: dict[Status, frozenset[Status]] = {
    Status.OPEN: frozenset({Status.DOING, Status.REJECTED}),
    Status.DOING: frozenset({Status.REVIEW, Status.OPEN}),
    Status.REVIEW: frozenset({Status.DONE, Status.DOING}),
    Status.DONE: frozenset({Status.OPEN}),
    Status.REJECTED: frozenset(),
}


class TrackerError(Exception):
    pass


@dataclass
class Issue:
    key: int
    title: str
    status: Status = Status.OPEN
    priority: Priority = Priority.NORMAL
    owner: str | None = None
    labels: set[str] = field(default_factory=set)
    blocked_by: set[int] = field(default_factory=set)
    history: list[str] = field(default_factory=list, compare=False, repr=False)

    def __str__(self) -> str:
        labels = "".join(f" [{label}]" for label in sorted(self.labels))
        return f"#{self.key} {self.title} ({self.status.value}, {self.priority.name.lower()}, {self.owner or 'nobody'}){labels}"


Predicate = Callable[[Issue], bool]


class Tracker:
    def __init__(self) -> None:
        self.issues: dict[int, Issue] = {}
        self.keys = count(1)
        self.now = 0

    def create(self, title: str, *labels: str, priority: Priority = Priority.NORMAL) -> Issue:
        if not title.strip():
            raise TrackerError("an issue needs a title")
        issue = Issue(next(self.keys), title.strip(), priority=priority, labels=set(labels))
        self.issues[issue.key] = issue
        self.note(issue, "created")
        return issue

    def note(self, issue: Issue, what: str) -> None:
        self.now += 1
        issue.history.append(f"{self.now:03} {what}")

    def __getitem__(self, key: int) -> Issue:
        try:
            return self.issues[key]
        except KeyError:
            raise TrackerError(f"no issue #{key}") from None

    def move(self, key: int, status: Status) -> None:
        issue = self[key]
        if status not in MOVES[issue.status]:
            options = ", ".join(sorted(s.value for s in MOVES[issue.status])) or "nothing"
            raise TrackerError(
                f"#{key} cannot go from {issue.status.value} to {status.value}, only to {options}"
            )
        waiting = [k for k in sorted(issue.blocked_by) if not self[k].status.closed]
        if status is Status.DOING and waiting:
            raise TrackerError(f"#{key} waits for {', '.join(f'#{k}' for k in waiting)}")
        old, issue.status = issue.status, status
        self.note(issue, f"{old.value} -> {status.value}")

    def block(self, key: int, by: int) -> None:
        if key in self.blockers(by) | {by}:
            raise TrackerError(f"#{key} and #{by} would block each other")
        self[key].blocked_by.add(by)
        self.note(self[key], f"blocked by #{by}")

    def blockers(self, key: int) -> set[int]:
        found: set[int] = set()
        stack = [key]
        while stack:
            for other in self[stack.pop()].blocked_by - found:
                found.add(other)
                stack.append(other)
        return found

    def predicate(self, word: str) -> Predicate:
        if word.startswith("-"):
            inner = self.predicate(word[1:])
            return lambda issue: not inner(issue)
        name, colon, value = word.partition(":")
        if not colon:
            return lambda issue: word.casefold() in issue.title.casefold()
        match name, value:
            case "is", "open" | "closed":
                return lambda issue: issue.status.closed == (value == "closed")
            case "is", "blocked":
                return lambda issue: any(not self[k].status.closed for k in issue.blocked_by)
            case "status", text:
                status = Status(text)
                return lambda issue: issue.status is status
            case "label", text:
                return lambda issue: text in issue.labels
            case "owner", "none":
                return lambda issue: issue.owner is None
            case "owner", text:
                return lambda issue: issue.owner == text
            case "priority", text if text[:1] in "<>" and text:
                limit = Priority[text[1:].upper()].value
                return lambda issue: (
                    issue.priority.value > limit if text[0] == ">" else issue.priority.value < limit
                )
        raise TrackerError(f"cannot understand {word!r}")

    def search(self, query: str) -> Iterator[Issue]:
        words = shlex.split(query)
        order = [w[5:] for w in words if w.startswith("sort:")]
        tests = [self.predicate(w) for w in words if not w.startswith("sort:")]
        found = [issue for issue in self.issues.values() if all(test(issue) for test in tests)]
        for name in reversed(order):
            key = name.lstrip("-")
            if key not in {f.name for f in fields(Issue)}:
                raise TrackerError(f"cannot sort by {key}")
            getter: Callable[[Issue], int | str] = attrgetter("key")
            if key == "priority":
                getter = attrgetter("priority.value")
            elif key == "title":
                getter = attrgetter("title")
            found.sort(key=lambda issue: (str(getter(issue)), issue.key), reverse=name.startswith("-"))
        return iter(found)

    def board(self) -> dict[str, list[int]]:
        columns: defaultdict[str, list[int]] = defaultdict(list)
        for issue in self.issues.values():
            columns[issue.status.value].append(issue.key)
        return {status.value: columns[status.value] for status in Status if status.value in columns}


tracker = Tracker()
for title, labels, priority in [
    ("Crash on start", "bug,ui", "URGENT"), ("Write the manual", "docs", "LOW"), ("Über-slow search", "bug,speed", "HIGH"),
    ("Dark mode", "ui", "NORMAL"), ("Crash on stop", "bug", "NORMAL"),
]:  # fmt: skip
    tracker.create(title, *labels.split(","), priority=Priority[priority])
tracker[1].owner = "ada"
tracker[3].owner = "bob"
script: list[Callable[[], object]] = [
    lambda: tracker.block(2, 4), lambda: tracker.block(4, 1), lambda: tracker.block(1, 2), lambda: tracker.block(3, 3),
    lambda: tracker.move(4, Status.DOING), lambda: tracker.move(1, Status.DOING), lambda: tracker.move(1, Status.DONE),
    lambda: tracker.move(1, Status.REVIEW), lambda: tracker.move(1, Status.DONE), lambda: tracker.move(4, Status.DOING),
    lambda: tracker.move(5, Status.REJECTED), lambda: tracker.move(5, Status.OPEN), lambda: tracker.move(9, Status.OPEN),
    lambda: tracker.create("  "),
]  # fmt: skip
for act in script:
    try:
        act()
    except TrackerError as error:
        print("refused:", error)
print(tracker.board())
for query in [
    "", "is:open sort:-priority", "label:bug -label:speed", "crash sort:-title", "is:blocked", 'owner:none "on st"', "priority:>normal sort:title",
    "status:doing", "ÜBER", "sort:mood", "mood:good", "status:lost", "priority:<huge", "-is:closed owner:bob", "'open quote",
]:  # fmt: skip
    try:
        print(f"{query!r}:", [issue.key for issue in tracker.search(query)])
    except TrackerError as error:
        print(f"{query!r}: error, {error}")
    except (ValueError, KeyError) as error:
        print(f"{query!r}: {type(error).__name__} {error}")
for issue in tracker.search("is:closed"):
    print(issue, issue.history)
print(
    Counter(label for issue in tracker.search("") for label in issue.labels).most_common(2),
    Status.OPEN.value == "open",
    tracker.blockers(2),
)
print(
    tracker[4],
    Issue(1, "a") == Issue(1, "a", history=["x"]),
    f"{Status.DONE.value:>8}",
    [f.name for f in fields(Issue)][:3],
)
tracker[0]
