"""Command lines: declared arguments, parsed, with usage and help as CPython 3.11 prints them.

The width is that of a terminal of 80 columns.  Files of arguments (`fromfile_prefix_chars`) and `FileType`
need a file system and are not there.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Generic, NoReturn, TypeAlias, TypeVar, cast, overload

__all__ = [
    "Action", "ArgumentDefaultsHelpFormatter", "ArgumentError", "ArgumentParser", "ArgumentTypeError",
    "BooleanOptionalAction", "HelpFormatter", "MetavarTypeHelpFormatter", "Namespace", "ONE_OR_MORE",
    "OPTIONAL", "PARSER",
    "REMAINDER", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "SUPPRESS", "ZERO_OR_MORE",
]  # fmt: skip

SUPPRESS: Final = "==SUPPRESS=="
OPTIONAL: Final = "?"
ZERO_OR_MORE: Final = "*"
ONE_OR_MORE: Final = "+"
PARSER: Final = "A..."
REMAINDER: Final = "..."
_NOT_GIVEN: Final = "==NOT GIVEN=="  # this very object
_UNRECOGNIZED: Final = "_unrecognized_args"

_ActionClass: TypeAlias = "type[Action]"
_ParserT = TypeVar("_ParserT", bound="ArgumentParser")


def _name_of(function: Any) -> str:
    """What messages call a type."""
    return str(function.__name__)


class ArgumentError(Exception):
    argument_name: str | None
    message: str

    def __init__(self, argument: Action | None, message: str) -> None:
        super().__init__(argument, message)
        self.argument_name = _action_name(argument)
        self.message = message

    def __str__(self) -> str:
        if self.argument_name is None:
            return self.message
        return f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    """Raised by a type's function: its text becomes the message."""


class Namespace:
    """Attributes by name, whatever they are."""

    _values: dict[str, Any]

    def __init__(self, **kwargs: Any) -> None:
        self._values = kwargs

    def __getattr__(self, name: str, /) -> Any:
        if name in self._values:
            return self._values[name]
        raise AttributeError(f"'Namespace' object has no attribute '{name}'")

    def _get(self, name: str, default: Any) -> Any:
        """getattr(namespace, name, default)"""
        return self._values[name] if name in self._values else default

    def __setattr__(self, name: str, value: Any, /) -> None:
        self._values[name] = value

    def __delattr__(self, name: str, /) -> None:
        if name not in self._values:
            raise AttributeError(f"'Namespace' object has no attribute '{name}'")
        del self._values[name]

    def _has(self, name: str) -> bool:
        """hasattr(namespace, name)"""
        return name in self._values

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Namespace):
            return NotImplemented
        return self._values == other._values

    def __repr__(self) -> str:
        parts: list[str] = []
        others: dict[str, Any] = {}
        for name, value in self._values.items():
            if name.isidentifier():
                parts.append(f"{name}={value!r}")
            else:
                others[name] = value
        if others:
            parts.append(f"**{others!r}")
        return f"Namespace({', '.join(parts)})"


# --- actions -----------------------------------------------------------------------------------


class Action:
    """What happens when an argument is seen."""

    option_strings: Sequence[str]
    dest: str
    nargs: int | str | None
    const: Any
    default: Any
    type: Callable[[str], Any] | None
    choices: Iterable[Any] | None
    required: bool
    help: str | None
    metavar: str | tuple[str, ...] | None

    def __init__(
        self,
        option_strings: Sequence[str],
        dest: str,
        nargs: int | str | None = None,
        const: Any = None,
        default: Any = None,
        type: Callable[[str], Any] | None = None,
        choices: Iterable[Any] | None = None,
        required: bool = False,
        help: str | None = None,
        metavar: str | tuple[str, ...] | None = None,
    ) -> None:
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def format_usage(self) -> str:
        return self.option_strings[0]

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        raise NotImplementedError(".__call__() not defined")

    def __repr__(self) -> str:
        names: list[tuple[str, Any]] = [
            ("option_strings", self.option_strings),
            ("dest", self.dest),
            ("nargs", self.nargs),
            ("const", self.const),
            ("default", self.default),
            ("type", self.type),
            ("choices", self.choices),
            ("required", self.required),
            ("help", self.help),
            ("metavar", self.metavar),
        ]
        shown = ", ".join([f"{name}={value!r}" for name, value in names])
        return f"{_class_name(self)}({shown})"

    def _subactions(self) -> list[Action]:
        return []


def _class_name(value: object) -> str:
    return type(value).__name__


def _action_name(action: Action | None) -> str | None:
    if action is None:
        return None
    if action.option_strings:
        return "/".join(action.option_strings)
    metavar = action.metavar
    if metavar is not None and metavar != SUPPRESS:
        return str(metavar)
    if action.dest is not None and action.dest != SUPPRESS:
        return action.dest
    if action.choices is not None:
        return "{" + ",".join([str(choice) for choice in action.choices]) + "}"
    return None


class _StoreAction(Action):
    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        namespace._values[self.dest] = values


class _StoreConstAction(Action):
    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        namespace._values[self.dest] = self.const


class _StoreTrueAction(_StoreConstAction):
    pass


class _StoreFalseAction(_StoreConstAction):
    pass


class BooleanOptionalAction(Action):
    """`--flag` and `--no-flag`."""

    def __init__(
        self,
        option_strings: Sequence[str],
        dest: str,
        default: Any = None,
        type: Callable[[str], Any] | None = None,
        choices: Iterable[Any] | None = None,
        required: bool = False,
        help: str | None = None,
        metavar: str | tuple[str, ...] | None = None,
    ) -> None:
        names: list[str] = []
        for option in option_strings:
            names.append(option)
            if option.startswith("--"):
                names.append("--no-" + option[2:])
        super().__init__(names, dest, 0, None, default, type, choices, required, help, metavar)

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        if option_string is not None and option_string in self.option_strings:
            namespace._values[self.dest] = not option_string.startswith("--no-")

    def format_usage(self) -> str:
        return " | ".join(self.option_strings)


class _AppendAction(Action):
    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        _items_before(namespace, self.dest).append(values)


class _AppendConstAction(Action):
    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        _items_before(namespace, self.dest).append(self.const)


class _ExtendAction(_AppendAction):
    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        items = _items_before(namespace, self.dest)
        if values is not None:
            items.extend(values)


def _items_before(namespace: Namespace, dest: str) -> list[Any]:
    """A list of its own of what the namespace has: the default is not changed."""
    before = namespace._values.get(dest)
    items: list[Any] = []
    if before is not None:
        items.extend(before)
    namespace._values[dest] = items
    return items


class _CountAction(Action):
    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        count = namespace._values.get(self.dest)
        namespace._values[self.dest] = 1 if count is None else count + 1


class _HelpAction(Action):
    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    version: str | None

    def __init__(
        self, option_strings: Sequence[str], dest: str, version: str | None, default: Any, help: str | None
    ) -> None:
        super().__init__(option_strings, dest, 0, None, default, None, None, False, help)
        self.version = version

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        formatter = parser._get_formatter()
        formatter.add_text(self.version)
        parser._print_message(formatter.format_help(), sys.stdout)
        parser.exit()


class _SubParsersAction(Action, Generic[_ParserT]):
    """The commands of a parser; each has a parser of its own."""

    _prog_prefix: str
    _parser_class: type[ArgumentParser]
    _name_parser_map: dict[str, ArgumentParser]
    _choices_actions: list[Action]

    def __init__(
        self,
        prog: str,
        parser_class: type[ArgumentParser],
        dest: str = SUPPRESS,
        required: bool = False,
        help: str | None = None,
        metavar: str | tuple[str, ...] | None = None,
    ) -> None:
        parsers: dict[str, ArgumentParser] = {}
        super().__init__([], dest, PARSER, None, None, None, parsers, required, help, metavar)
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = parsers
        self._choices_actions = []

    def add_parser(
        self,
        name: str,
        *,
        help: str | None = SUPPRESS,
        aliases: Sequence[str] = (),
        prog: str | None = None,
        usage: str | None = None,
        description: str | None = None,
        epilog: str | None = None,
        parents: Sequence[ArgumentParser] = (),
        formatter_class: Any = None,
        prefix_chars: str = "-",
        argument_default: Any = None,
        conflict_handler: str = "error",
        add_help: bool = True,
        allow_abbrev: bool = True,
        exit_on_error: bool = True,
        **kwargs: Any,
    ) -> _ParserT:
        if prog is None:
            prog = f"{self._prog_prefix} {name}"
        if name in self._name_parser_map:
            raise ArgumentError(self, f"conflicting subparser: {name}")
        for alias in aliases:
            if alias in self._name_parser_map:
                raise ArgumentError(self, f"conflicting subparser alias: {alias}")
        if help is not SUPPRESS:
            metavar = name
            if aliases:
                metavar += f" ({', '.join(aliases)})"
            self._choices_actions.append(Action([], name, help=help, metavar=metavar))
        if self._parser_class is ArgumentParser and not kwargs:
            parser = ArgumentParser(
                prog,
                usage,
                description,
                epilog,
                parents,
                HelpFormatter if formatter_class is None else formatter_class,
                prefix_chars,
                None,
                argument_default,
                conflict_handler,
                add_help,
                allow_abbrev,
                exit_on_error,
            )
        else:  # a class of the application's takes what it likes: only what was given
            kwargs["prog"] = prog
            if usage is not None:
                kwargs["usage"] = usage
            if description is not None:
                kwargs["description"] = description
            if epilog is not None:
                kwargs["epilog"] = epilog
            if parents:
                kwargs["parents"] = parents
            if formatter_class is not None:
                kwargs["formatter_class"] = formatter_class
            if prefix_chars != "-":
                kwargs["prefix_chars"] = prefix_chars
            if argument_default is not None:
                kwargs["argument_default"] = argument_default
            if conflict_handler != "error":
                kwargs["conflict_handler"] = conflict_handler
            if not add_help:
                kwargs["add_help"] = add_help
            if not allow_abbrev:
                kwargs["allow_abbrev"] = allow_abbrev
            if not exit_on_error:
                kwargs["exit_on_error"] = exit_on_error
            parser = self._parser_class(**kwargs)
        self._name_parser_map[name] = parser
        for alias in aliases:
            self._name_parser_map[alias] = parser
        return cast(_ParserT, parser)

    def _subactions(self) -> list[Action]:
        return self._choices_actions

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        words: list[Any] = [] if values is None else list(values)
        name = words[0]
        if self.dest is not SUPPRESS:
            namespace._values[self.dest] = name
        chosen = self._name_parser_map.get(name)
        if chosen is None:
            choices = ", ".join(self._name_parser_map)
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {choices})")
        found, rest = chosen.parse_known_args(words[1:], None)
        for key, value in found._values.items():
            namespace._values[key] = value
        if rest:
            known = namespace._values.get(_UNRECOGNIZED)
            if known is None:
                namespace._values[_UNRECOGNIZED] = list(rest)
            else:
                known.extend(rest)


# --- help --------------------------------------------------------------------------------------


class _Item:
    """A part of the help: text, usage, an argument or a section."""

    kind: str
    text: str | None
    prefix: str | None
    actions: list[Action]
    groups: list[_MutuallyExclusiveGroup]
    items: list[_Item]

    def __init__(self, kind: str, text: str | None = None) -> None:
        self.kind = kind
        self.text = text
        self.prefix = None
        self.actions = []
        self.groups = []
        self.items = []


_SPACES = re.compile(r"\s+", re.ASCII)
_BREAKS = re.compile(r"\n\n\n+")
_USAGE_PART = re.compile(r"\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+")


class HelpFormatter:
    _prog: str
    _indent_increment: int
    _max_help_position: int
    _width: int
    _current_indent: int
    _action_max_length: int
    _stack: list[_Item]

    def __init__(
        self, prog: str, indent_increment: int = 2, max_help_position: int = 24, width: int | None = None
    ) -> None:
        if width is None:
            width = 78
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._action_max_length = 0
        self._stack = [_Item("section")]

    def _indent(self) -> None:
        self._current_indent += self._indent_increment

    def _dedent(self) -> None:
        self._current_indent -= self._indent_increment

    def start_section(self, heading: str | None) -> None:
        self._indent()
        section = _Item("section", heading)
        self._stack[-1].items.append(section)
        self._stack.append(section)

    def end_section(self) -> None:
        self._stack.pop()
        self._dedent()

    def add_text(self, text: str | None) -> None:
        if text is not None and text is not SUPPRESS:
            self._stack[-1].items.append(_Item("text", text))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[_MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        if usage is not SUPPRESS:
            item = _Item("usage", usage)
            item.actions = list(actions)
            item.groups = list(groups)
            item.prefix = prefix
            self._stack[-1].items.append(item)

    def add_argument(self, action: Action) -> None:
        if action.help is SUPPRESS:
            return
        length = len(self._format_action_invocation(action))
        for below in action._subactions():
            length = max(length, len(self._format_action_invocation(below)))
        self._action_max_length = max(self._action_max_length, length + self._current_indent)
        item = _Item("action")
        item.actions.append(action)
        self._stack[-1].items.append(item)

    def add_arguments(self, actions: Iterable[Action]) -> None:
        for action in actions:
            self.add_argument(action)

    def format_help(self) -> str:
        text = self._format_section(self._stack[0], False)
        if text:
            text = _BREAKS.sub("\n\n", text).strip("\n") + "\n"
        return text

    def _format_section(self, section: _Item, inner: bool) -> str:
        if inner:
            self._indent()
        parts: list[str] = []
        for item in section.items:
            if item.kind == "section":
                parts.append(self._format_section(item, True))
            elif item.kind == "text":
                parts.append(self._format_text(item.text or ""))
            elif item.kind == "usage":
                parts.append(self._format_usage(item.text, item.actions, item.groups, item.prefix))
            else:
                parts.append(self._format_action(item.actions[0]))
        if inner:
            self._dedent()
        body = "".join(parts)
        if not inner or not body:
            return body
        heading = ""
        if section.text is not None and section.text is not SUPPRESS:
            heading = f"{' ' * self._current_indent}{section.text}:\n"
        return f"\n{heading}{body}\n"

    def _format_usage(
        self,
        usage: str | None,
        actions: list[Action],
        groups: list[_MutuallyExclusiveGroup],
        prefix: str | None,
    ) -> str:
        if prefix is None:
            prefix = "usage: "
        if usage is not None:
            usage = usage % {"prog": self._prog}
        elif not actions:
            usage = self._prog
        else:
            prog = self._prog
            optionals = [action for action in actions if action.option_strings]
            positionals = [action for action in actions if not action.option_strings]
            whole = self._format_actions_usage(optionals + positionals, groups)
            usage = f"{prog} {whole}" if whole else prog
            room = self._width - self._current_indent
            if len(prefix) + len(usage) > room:
                first: list[str] = _USAGE_PART.findall(self._format_actions_usage(optionals, groups))
                second: list[str] = _USAGE_PART.findall(self._format_actions_usage(positionals, groups))
                if len(prefix) + len(prog) <= 0.75 * room:
                    indent = " " * (len(prefix) + len(prog) + 1)
                    if first:
                        lines = self._usage_lines([prog, *first], indent, room, prefix)
                        lines += self._usage_lines(second, indent, room, None)
                    elif second:
                        lines = self._usage_lines([prog, *second], indent, room, prefix)
                    else:
                        lines = [prog]
                else:
                    indent = " " * len(prefix)
                    lines = self._usage_lines(first + second, indent, room, None)
                    if len(lines) > 1:
                        lines = self._usage_lines(first, indent, room, None)
                        lines += self._usage_lines(second, indent, room, None)
                    lines = [prog, *lines]
                usage = "\n".join(lines)
        return f"{prefix}{usage}\n\n"

    def _usage_lines(self, parts: list[str], indent: str, room: int, prefix: str | None) -> list[str]:
        lines: list[str] = []
        line: list[str] = []
        length = len(indent) - 1 if prefix is None else len(prefix) - 1
        for part in parts:
            if length + 1 + len(part) > room and line:
                lines.append(indent + " ".join(line))
                line = []
                length = len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + " ".join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent) :]
        return lines

    def _format_actions_usage(self, actions: list[Action], groups: list[_MutuallyExclusiveGroup]) -> str:
        grouped: list[Action] = []
        inserts: dict[int, str] = {}
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f"empty group {group!r}")
            if members[0] not in actions:
                continue
            start = actions.index(members[0])
            end = start + len(members)
            if actions[start:end] != members:
                continue
            shown = 0
            for action in members:
                grouped.append(action)
                if action.help is not SUPPRESS:
                    shown += 1
            if not group.required:
                inserts[start] = inserts[start] + " [" if start in inserts else "["
                inserts[end] = inserts[end] + "]" if end in inserts else "]"
            elif shown > 1:
                inserts[start] = inserts[start] + " (" if start in inserts else "("
                inserts[end] = inserts[end] + ")" if end in inserts else ")"
            for index in range(start + 1, end):
                inserts[index] = "|"
        parts: list[str | None] = []
        for index, action in enumerate(actions):
            if action.help is SUPPRESS:
                parts.append(None)
                if inserts.get(index) == "|":
                    del inserts[index]
                elif inserts.get(index + 1) == "|":
                    del inserts[index + 1]
            elif not action.option_strings:
                part = self._format_args(action, self._get_default_metavar_for_positional(action))
                if action in grouped and part[:1] == "[" and part[-1:] == "]":
                    part = part[1:-1]
                parts.append(part)
            else:
                if action.nargs == 0:
                    part = action.format_usage()
                else:
                    shown_args = self._format_args(action, self._get_default_metavar_for_optional(action))
                    part = f"{action.option_strings[0]} {shown_args}"
                if not action.required and action not in grouped:
                    part = f"[{part}]"
                parts.append(part)
        for index in sorted(inserts, reverse=True):
            parts.insert(index, inserts[index])
        text = " ".join([part for part in parts if part is not None])
        text = re.sub(r"([\[(]) ", r"\1", text)
        text = re.sub(r" ([\])])", r"\1", text)
        text = re.sub(r"[\[(] *[\])]", "", text)
        return text.strip()

    def _format_text(self, text: str) -> str:
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, " " * self._current_indent) + "\n\n"

    def _format_action(self, action: Action) -> str:
        position = min(self._action_max_length + 2, self._max_help_position)
        width = max(self._width - position, 11)
        room = position - self._current_indent - 2
        header = self._format_action_invocation(action)
        margin = " " * self._current_indent
        first = 0
        text = action.help
        if not text:
            header = f"{margin}{header}\n"
        elif len(header) <= room:
            header = f"{margin}{header:<{room}}  "
        else:
            header = f"{margin}{header}\n"
            first = position
        parts = [header]
        if text and text.strip():
            expanded = self._expand_help(action)
            if expanded:
                lines = self._split_lines(expanded, width)
                parts.append(f"{' ' * first}{lines[0]}\n")
                for line in lines[1:]:
                    parts.append(f"{' ' * position}{line}\n")
        elif not header.endswith("\n"):
            parts.append("\n")
        below = action._subactions()
        if below:
            self._indent()
            for one in below:
                parts.append(self._format_action(one))
            self._dedent()
        return "".join(parts)

    def _format_action_invocation(self, action: Action) -> str:
        if not action.option_strings:
            return self._metavars(action, self._get_default_metavar_for_positional(action), 1)[0]
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        shown = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ", ".join([f"{option} {shown}" for option in action.option_strings])

    def _metavars(self, action: Action, default_metavar: str, count: int) -> tuple[str, ...]:
        metavar = action.metavar
        if metavar is None:
            if action.choices is not None:
                metavar = "{" + ",".join([str(choice) for choice in action.choices]) + "}"
            else:
                metavar = default_metavar
        if isinstance(metavar, str):
            return (metavar,) * count
        if len(metavar) != count and not (action.nargs == ZERO_OR_MORE and len(metavar) == 2):
            raise ValueError("length of metavar tuple does not match nargs")
        return metavar

    def _format_args(self, action: Action, default_metavar: str) -> str:
        nargs = action.nargs
        if nargs is None:
            return self._metavars(action, default_metavar, 1)[0]
        if isinstance(nargs, int):
            return " ".join(self._metavars(action, default_metavar, nargs))
        if nargs == OPTIONAL:
            return f"[{self._metavars(action, default_metavar, 1)[0]}]"
        if nargs == ZERO_OR_MORE:
            names = self._metavars(action, default_metavar, 1)
            if len(names) == 2:
                return f"[{names[0]} [{names[1]} ...]]"
            return f"[{names[0]} ...]"
        if nargs == ONE_OR_MORE:
            names = self._metavars(action, default_metavar, 2)
            return f"{names[0]} [{names[1]} ...]"
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return f"{self._metavars(action, default_metavar, 1)[0]} ..."
        if nargs == SUPPRESS:
            return ""
        raise ValueError("invalid nargs value")

    def _expand_help(self, action: Action) -> str:
        values: dict[str, Any] = {"prog": self._prog}
        values["option_strings"] = action.option_strings
        values["dest"] = action.dest
        values["nargs"] = action.nargs
        values["const"] = action.const
        values["default"] = action.default
        values["required"] = action.required
        values["help"] = action.help
        values["metavar"] = action.metavar
        function = action.type
        values["type"] = None if function is None else _name_of(function)
        values["choices"] = None
        if action.choices is not None:
            values["choices"] = ", ".join([str(choice) for choice in action.choices])
        for name in list(values):
            if values[name] is SUPPRESS:
                del values[name]
        return (self._get_help_string(action) or "") % values

    def _split_lines(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(_SPACES.sub(" ", text).strip(), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        text = _SPACES.sub(" ", text).strip()
        return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action: Action) -> str | None:
        return action.help

    def _get_default_metavar_for_optional(self, action: Action) -> str:
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action: Action) -> str:
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Descriptions keep their lines."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "".join([indent + line for line in text.splitlines(True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """The help of arguments keeps its lines too."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Defaults are added to the help."""

    def _get_help_string(self, action: Action) -> str | None:
        text = action.help
        if text is None:
            text = ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs == OPTIONAL or action.nargs == ZERO_OR_MORE:
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Values are called by their types."""

    def _get_default_metavar_for_optional(self, action: Action) -> str:
        return _name_of(action.type)

    def _get_default_metavar_for_positional(self, action: Action) -> str:
        return _name_of(action.type)


# --- containers --------------------------------------------------------------------------------


_STORING = ("nargs", "const", "default", "type", "choices", "required", "help", "metavar")
_TAKEN = {  # the keywords that each kind of action takes
    "store": _STORING,
    "append": _STORING,
    "extend": _STORING,
    "store_const": ("const", "default", "required", "help", "metavar"),
    "append_const": ("const", "default", "required", "help", "metavar"),
    "store_true": ("default", "required", "help"),
    "store_false": ("default", "required", "help"),
    "count": ("default", "required", "help"),
    "help": ("default", "help"),
    "version": ("version", "default", "help"),
}


def _given(
    nargs: int | str | None,
    const: Any,
    default: Any,
    type: Any,
    choices: Any,
    required: bool,
    help: str | None,
    metavar: str | tuple[str, ...] | None,
    version: str | None,
) -> dict[str, Any]:
    """The keywords that `add_argument` was given, for the action's `__init__`."""
    found: dict[str, Any] = {}
    if nargs is not None:
        found["nargs"] = nargs
    if const is not _NOT_GIVEN:
        found["const"] = const
    if default is not _NOT_GIVEN:
        found["default"] = default
    if type is not None:
        found["type"] = type
    if choices is not None:
        found["choices"] = choices
    if required:
        found["required"] = required
    if help is not None:
        found["help"] = help
    if metavar is not None:
        found["metavar"] = metavar
    if version is not None:
        found["version"] = version
    return found


class _ActionsContainer:
    """What holds arguments: parsers and groups; a group shares its parser's tables."""

    description: str | None
    prefix_chars: str
    argument_default: Any
    conflict_handler: str
    _actions: list[Action]
    _option_string_actions: dict[str, Action]
    _action_groups: list[_ArgumentGroup]
    _mutually_exclusive_groups: list[_MutuallyExclusiveGroup]
    _defaults: dict[str, Any]
    _negative_options: list[bool]  # not empty when an option looks like a negative number

    def __init__(
        self, description: str | None, prefix_chars: str, argument_default: Any, conflict_handler: str
    ) -> None:
        self.description = description
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._negative_options = []

    def set_defaults(self, **kwargs: Any) -> None:
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest: str) -> Any:
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(
        self,
        *name_or_flags: str,
        action: Any = "store",
        nargs: int | str | None = None,
        const: Any = _NOT_GIVEN,
        default: Any = _NOT_GIVEN,
        type: Any = None,
        choices: Iterable[Any] | None = None,
        required: Any = _NOT_GIVEN,
        help: str | None = None,
        metavar: str | tuple[str, ...] | None = None,
        dest: str | None = None,
        version: str | None = None,
    ) -> Action:
        positional = not name_or_flags or (
            len(name_or_flags) == 1 and name_or_flags[0][0] not in self.prefix_chars
        )
        names: list[str] = []
        if positional:
            if name_or_flags and dest is not None:
                raise ValueError("dest supplied twice for positional argument")
            if dest is None:
                if not name_or_flags:
                    method = "_ActionsContainer._get_positional_kwargs()"
                    raise TypeError(f"{method} missing 1 required positional argument: 'dest'")
                dest = name_or_flags[0]
            if required is not _NOT_GIVEN:
                raise TypeError("'required' is an invalid argument for positionals")
            required = nargs != OPTIONAL and (nargs != ZERO_OR_MORE or default is _NOT_GIVEN)
        else:
            long = ""
            for name in name_or_flags:
                if name[0] not in self.prefix_chars:
                    raise ValueError(
                        f"invalid option string {name!r}: must start with a character {self.prefix_chars!r}"
                    )
                names.append(name)
                if not long and len(name) > 1 and name[1] in self.prefix_chars:
                    long = name
            if dest is None:
                dest = (long or names[0]).lstrip(self.prefix_chars)
                if not dest:
                    raise ValueError(f"dest= is required for options like {names[0]!r}")
                dest = dest.replace("-", "_")
            if required is _NOT_GIVEN:
                required = False
        if default is _NOT_GIVEN:
            if dest in self._defaults:
                default = self._defaults[dest]
            elif self.argument_default is not None:
                default = self.argument_default
        made = self._made(
            action, names, dest, nargs, const, default, type, choices, required, help, metavar, version
        )
        if made.type is not None and not callable(made.type):
            raise ValueError(f"{made.type!r} is not callable")
        if isinstance(self, ArgumentParser):
            HelpFormatter("")._format_args(made, "")  # fails where help would
        return self._add_action(made)

    def _made(
        self,
        action: Any,
        names: list[str],
        dest: str,
        nargs: int | str | None,
        const: Any,
        default: Any,
        type: Any,
        choices: Iterable[Any] | None,
        required: bool,
        help: str | None,
        metavar: str | tuple[str, ...] | None,
        version: str | None,
    ) -> Action:
        plain = None if default is _NOT_GIVEN else default
        constant = None if const is _NOT_GIVEN else const
        if not isinstance(action, str):
            if action is BooleanOptionalAction:
                return BooleanOptionalAction(names, dest, plain, type, choices, required, help, metavar)
            kind: _ActionClass = action
            given = _given(nargs, const, default, type, choices, required, help, metavar, version)
            return kind(option_strings=names, dest=dest, **given)
        if action in _TAKEN:
            given = _given(nargs, const, default, type, choices, required, help, metavar, version)
            for word in given:
                if word not in _TAKEN[action]:
                    kind_name = "Append" if action == "extend" else action.title().replace("_", "")
                    text = f"_{kind_name}Action.__init__() got an unexpected keyword argument {word!r}"
                    raise TypeError(text)
        if action == "store":
            if nargs == 0:
                raise ValueError(
                    "nargs for store actions must be != 0; if you have nothing to store, actions such as "
                    "store true or store const may be more appropriate"
                )
            if const is not _NOT_GIVEN and const is not None and nargs != OPTIONAL:
                raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
            return _StoreAction(names, dest, nargs, constant, plain, type, choices, required, help, metavar)
        if action == "store_const":
            return _StoreConstAction(names, dest, 0, constant, plain, None, None, required, help, metavar)
        if action == "store_true":
            return _StoreTrueAction(
                names, dest, 0, True, False if default is _NOT_GIVEN else default, None, None, required, help
            )
        if action == "store_false":
            return _StoreFalseAction(
                names, dest, 0, False, True if default is _NOT_GIVEN else default, None, None, required, help
            )
        if action == "append" or action == "extend":
            if nargs == 0:
                raise ValueError(
                    "nargs for append actions must be != 0; if arg strings are not supplying the value to "
                    "append, the append const action may be more appropriate"
                )
            kind = _AppendAction if action == "append" else _ExtendAction
            return kind(names, dest, nargs, constant, plain, type, choices, required, help, metavar)
        if action == "append_const":
            return _AppendConstAction(names, dest, 0, constant, plain, None, None, required, help, metavar)
        if action == "count":
            return _CountAction(names, dest, 0, None, plain, None, None, required, help)
        if action == "help":
            unset = SUPPRESS if default is _NOT_GIVEN else default
            return _HelpAction(names, dest, 0, None, unset, help=help)
        if action == "version":
            text = "show program's version number and exit" if help is None else help
            return _VersionAction(names, dest, version, SUPPRESS if default is _NOT_GIVEN else default, text)
        raise ValueError(f'unknown action "{action}"')

    def _add_action(self, action: Action) -> Action:
        self._check_conflict(action)
        self._actions.append(action)
        for option in action.option_strings:
            self._option_string_actions[option] = action
            if _is_negative_number(option) and not self._negative_options:
                self._negative_options.append(True)
        return action

    def _check_conflict(self, action: Action) -> None:
        taken = [option for option in action.option_strings if option in self._option_string_actions]
        if not taken:
            return
        if self.conflict_handler == "resolve":
            for option in taken:
                old = self._option_string_actions.pop(option)
                old.option_strings = [name for name in old.option_strings if name != option]
                if not old.option_strings:
                    self._forget(old)
            return
        plural = "" if len(taken) == 1 else "s"
        raise ArgumentError(action, f"conflicting option string{plural}: {', '.join(taken)}")

    def _forget(self, action: Action) -> None:
        self._actions.remove(action)
        for group in self._action_groups:
            if action in group._group_actions:
                group._group_actions.remove(action)

    def add_argument_group(
        self,
        title: str | None = None,
        description: str | None = None,
        *,
        prefix_chars: str | None = None,
        argument_default: Any = None,
        conflict_handler: str | None = None,
    ) -> _ArgumentGroup:
        group = _ArgumentGroup(self, title, description)
        if prefix_chars is not None:
            group.prefix_chars = prefix_chars
        if argument_default is not None:
            group.argument_default = argument_default
        if conflict_handler is not None:
            group.conflict_handler = conflict_handler
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required: bool = False) -> _MutuallyExclusiveGroup:
        group = _MutuallyExclusiveGroup(self, required)
        self._mutually_exclusive_groups.append(group)
        return group


def _is_negative_number(text: str) -> bool:
    """`-1`, `-.5`, `-2.5`."""
    if len(text) < 2 or text[0] != "-":
        return False
    whole, dot, part = text[1:].partition(".")
    if dot:
        return part.isdecimal() and (whole == "" or whole.isdecimal())
    return whole.isdecimal()


class _ArgumentGroup(_ActionsContainer):
    title: str | None
    _group_actions: list[Action]

    def __init__(self, container: _ActionsContainer, title: str | None, description: str | None) -> None:
        super().__init__(
            description, container.prefix_chars, container.argument_default, container.conflict_handler
        )
        self.title = title
        self._group_actions = []
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._action_groups = container._action_groups
        self._mutually_exclusive_groups = container._mutually_exclusive_groups
        self._defaults = container._defaults
        self._negative_options = container._negative_options

    def _add_action(self, action: Action) -> Action:
        super()._add_action(action)
        self._group_actions.append(action)
        return action


class _MutuallyExclusiveGroup(_ArgumentGroup):
    required: bool
    _container: _ActionsContainer

    def __init__(self, container: _ActionsContainer, required: bool = False) -> None:
        super().__init__(container, None, None)
        self.required = required
        self._container = container

    def _add_action(self, action: Action) -> Action:
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._container._add_action(action)
        self._group_actions.append(action)
        return action


# --- the parser --------------------------------------------------------------------------------


def _base_name(path: str) -> str:
    return path[path.rfind("/") + 1 :]


class _Found:
    """What an argument that looks like an option stands for; `action` None: unknown."""

    action: Action | None
    option: str
    explicit: str | None

    def __init__(self, action: Action | None, option: str, explicit: str | None) -> None:
        self.action = action
        self.option = option
        self.explicit = explicit


class ArgumentParser(_ActionsContainer):
    prog: str
    usage: str | None
    epilog: str | None
    formatter_class: Any
    add_help: bool
    allow_abbrev: bool
    exit_on_error: bool
    _positionals: _ArgumentGroup
    _optionals: _ArgumentGroup
    _subparsers: _ArgumentGroup | None

    def __init__(
        self,
        prog: str | None = None,
        usage: str | None = None,
        description: str | None = None,
        epilog: str | None = None,
        parents: Sequence[ArgumentParser] = (),
        formatter_class: Any = HelpFormatter,
        prefix_chars: str = "-",
        fromfile_prefix_chars: None = None,
        argument_default: Any = None,
        conflict_handler: str = "error",
        add_help: bool = True,
        allow_abbrev: bool = True,
        exit_on_error: bool = True,
    ) -> None:
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        self.prog = _base_name(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            prefix = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(
                prefix + "h",
                prefix + prefix + "help",
                action="help",
                default=SUPPRESS,
                help="show this help message and exit",
            )
        for parent in parents:
            self._take_over(parent)

    def _take_over(self, parent: ArgumentParser) -> None:
        """A parent's arguments, groups and defaults."""
        titles: dict[str | None, _ArgumentGroup] = {}
        for group in self._action_groups:
            if group.title in titles:
                raise ValueError(f"cannot merge actions - two groups are named {group.title!r}")
            titles[group.title] = group
        owners: list[tuple[Action, _ArgumentGroup]] = []
        for group in parent._action_groups:
            mine = titles.get(group.title)
            if mine is None:
                mine = self.add_argument_group(group.title, group.description)
                titles[group.title] = mine
            for action in group._group_actions:
                owners.append((action, mine))
        for exclusive in parent._mutually_exclusive_groups:
            copy = self.add_mutually_exclusive_group(required=exclusive.required)
            for action in exclusive._group_actions:
                owners.append((action, copy))
        for action in parent._actions:
            target: _ActionsContainer = self
            for owned, owner in owners:
                if owned is action:
                    target = owner
            target._add_action(action)
        self._defaults.update(parent._defaults)

    def _add_action(self, action: Action) -> Action:
        if action.option_strings:
            return self._optionals._add_action(action)
        return self._positionals._add_action(action)

    @overload
    def add_subparsers(
        self: _ParserT,
        *,
        title: str = SUPPRESS,
        description: str | None = None,
        prog: str | None = None,
        dest: str = SUPPRESS,
        required: bool = False,
        help: str | None = None,
        metavar: str | None = None,
    ) -> _SubParsersAction[_ParserT]: ...
    @overload
    def add_subparsers(
        self,
        *,
        title: str = SUPPRESS,
        description: str | None = None,
        prog: str | None = None,
        parser_class: type[_ParserT],
        dest: str = SUPPRESS,
        required: bool = False,
        help: str | None = None,
        metavar: str | None = None,
    ) -> _SubParsersAction[_ParserT]: ...
    def add_subparsers(
        self,
        *,
        title: str = SUPPRESS,
        description: str | None = None,
        prog: str | None = None,
        parser_class: type[Any] | None = None,
        dest: str = SUPPRESS,
        required: bool = False,
        help: str | None = None,
        metavar: str | None = None,
    ) -> _SubParsersAction[Any]:
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        group = self._positionals
        if title is not SUPPRESS or description is not None:
            group = self.add_argument_group("subcommands" if title is SUPPRESS else title, description)
        self._subparsers = group
        if prog is None:
            formatter = self._get_formatter()
            positionals = [action for action in self._actions if not action.option_strings]
            formatter.add_usage(self.usage, positionals, self._mutually_exclusive_groups, "")
            prog = formatter.format_help().strip()
        kind: type[ArgumentParser] = type(self) if parser_class is None else parser_class
        action: _SubParsersAction[Any] = _SubParsersAction(prog, kind, dest, required, help, metavar)
        group._add_action(action)
        return action

    # --- parsing -------------------------------------------------------------------------------

    def parse_args(self, args: Sequence[str] | None = None, namespace: Namespace | None = None) -> Namespace:
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return found

    def parse_known_args(
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        words = list(sys.argv[1:]) if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        values = namespace._values
        for action in self._actions:
            if action.dest is not SUPPRESS and action.dest not in values and action.default is not SUPPRESS:
                values[action.dest] = action.default
        for dest in self._defaults:
            if dest not in values:
                values[dest] = self._defaults[dest]
        if self.exit_on_error:
            try:
                rest = _Run(self, words, namespace).parse()
            except ArgumentError as problem:
                self.error(str(problem))
        else:
            rest = _Run(self, words, namespace).parse()
        if _UNRECOGNIZED in values:
            rest.extend(values.pop(_UNRECOGNIZED))
        return namespace, rest

    def parse_intermixed_args(
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> Namespace:
        found, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return found

    def parse_known_intermixed_args(
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """Positionals may stand between options: options first, then what is left."""
        positionals = [action for action in self._actions if not action.option_strings]
        for action in positionals:
            if action.nargs == PARSER or action.nargs == REMAINDER:
                raise TypeError(f"parse_intermixed_args: positional arg with nargs={action.nargs}")
        for group in self._mutually_exclusive_groups:
            for action in group._group_actions:
                if action in positionals:
                    raise TypeError("parse_intermixed_args: positional in mutuallyExclusiveGroup")
        usage = self.usage
        if usage is None:
            self.usage = self.format_usage()[7:]
        kept = [(action, action.nargs, action.default) for action in positionals]
        for action in positionals:
            action.nargs = SUPPRESS
            action.default = SUPPRESS
        try:
            namespace, rest = self.parse_known_args(args, namespace)
        finally:
            for action, nargs, default in kept:
                action.nargs = nargs
                action.default = default
        optionals = [action for action in self._actions if action.option_strings and action.required]
        required = [group for group in self._mutually_exclusive_groups if group.required]
        for action in optionals:
            action.required = False
        for group in required:
            group.required = False
        try:
            namespace, rest = self.parse_known_args(rest, namespace)
        finally:
            for action in optionals:
                action.required = True
            for group in required:
                group.required = True
            self.usage = usage
        return namespace, rest

    def convert_arg_line_to_args(self, arg_line: str) -> list[str]:
        return [arg_line]

    def _meaning(self, word: str) -> _Found | None:
        """The option a word stands for; None when it is an argument."""
        if not word or word[0] not in self.prefix_chars:
            return None
        options = self._option_string_actions
        if word in options:
            return _Found(options[word], word, None)
        if len(word) == 1:
            return None
        if "=" in word:
            name, _, explicit = word.partition("=")
            if name in options:
                return _Found(options[name], name, explicit)
        candidates = self._candidates(word)
        if len(candidates) > 1:
            matches = ", ".join([found.option for found in candidates])
            self.error(f"ambiguous option: {word} could match {matches}")
        if candidates:
            return candidates[0]
        if _is_negative_number(word) and not self._negative_options:
            return None
        if " " in word:
            return None
        return _Found(None, word, None)

    def _candidates(self, word: str) -> list[_Found]:
        """The options that a word may abbreviate."""
        found: list[_Found] = []
        options = self._option_string_actions
        if word[1] in self.prefix_chars:
            if self.allow_abbrev:
                prefix, equals, explicit = word.partition("=")
                for name in options:
                    if name.startswith(prefix):
                        found.append(_Found(options[name], name, explicit if equals else None))
            return found
        for name in options:
            if name == word[:2]:
                found.append(_Found(options[name], name, word[2:]))
            elif name.startswith(word):
                found.append(_Found(options[name], name, None))
        return found

    # --- values --------------------------------------------------------------------------------

    def _get_values(self, action: Action, words: list[str]) -> Any:
        nargs = action.nargs
        if nargs != PARSER and nargs != REMAINDER and "--" in words:
            words = list(words)
            words.remove("--")
        if not words and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
            return value
        if not words and nargs == ZERO_OR_MORE and not action.option_strings:
            value = words if action.default is None else action.default
            self._check_value(action, value)
            return value
        if len(words) == 1 and (nargs is None or nargs == OPTIONAL):
            value = self._get_value(action, words[0])
            self._check_value(action, value)
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, word) for word in words]
        if nargs == PARSER:
            self._check_value(action, values[0])
        elif nargs != REMAINDER:
            for value in values:
                self._check_value(action, value)
        return values

    def _get_value(self, action: Action, word: str) -> Any:
        function = action.type
        if function is None:
            return word
        try:
            return function(word)
        except ArgumentTypeError as problem:
            raise ArgumentError(action, str(problem)) from None
        except (TypeError, ValueError):
            raise ArgumentError(action, f"invalid {_name_of(function)} value: {word!r}") from None

    def _check_value(self, action: Action, value: Any) -> None:
        choices = action.choices
        if choices is None:
            return
        for choice in choices:
            if choice == value:
                return
        shown = ", ".join([repr(choice) for choice in choices])
        raise ArgumentError(action, f"invalid choice: {value!r} (choose from {shown})")

    # --- messages ------------------------------------------------------------------------------

    def _get_formatter(self) -> HelpFormatter:
        made: HelpFormatter = self.formatter_class(prog=self.prog)
        return made

    def format_usage(self) -> str:
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self) -> str:
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file: Any = None) -> None:
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file: Any = None) -> None:
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message: str, file: Any = None) -> None:
        if message:
            out = sys.stderr if file is None else file
            out.write(message)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


class _Run:
    """One command line: its words, and which of them are options ("O"), arguments ("A") or "--" ("-")."""

    parser: ArgumentParser
    words: list[str]
    namespace: Namespace
    pattern: str
    options: dict[int, _Found]
    positionals: list[Action]
    extras: list[str]
    seen: list[Action]
    seen_with_value: list[Action]

    def __init__(self, parser: ArgumentParser, words: list[str], namespace: Namespace) -> None:
        self.parser = parser
        self.words = words
        self.namespace = namespace
        self.options = {}
        self.positionals = [action for action in parser._actions if not action.option_strings]
        self.extras = []
        self.seen = []
        self.seen_with_value = []
        kinds: list[str] = []
        for index, word in enumerate(words):
            if word == "--":
                kinds.append("-" + "A" * (len(words) - index - 1))
                break
            found = parser._meaning(word)
            if found is None:
                kinds.append("A")
            else:
                self.options[index] = found
                kinds.append("O")
        self.pattern = "".join(kinds)

    def parse(self) -> list[str]:
        """The words nobody wanted."""
        last = max(self.options) if self.options else -1
        at = 0
        while at <= last:
            following = at
            while following not in self.options:
                following += 1
            if at != following:
                end = self.consume_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self.options:
                self.extras.extend(self.words[at:following])
                at = following
            at = self.consume_optional(at)
        end = self.consume_positionals(at)
        self.extras.extend(self.words[end:])
        self.check_required()
        return self.extras

    def check_required(self) -> None:
        missing: list[str] = []
        values = self.namespace._values
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(str(_action_name(action)))
            elif isinstance(action.default, str) and action.dest in values:
                if action.default is values[action.dest]:
                    values[action.dest] = self.parser._get_value(action, action.default)
        if missing:
            self.parser.error(f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups:
            if not group.required:
                continue
            names: list[str] = []
            given = False
            for action in group._group_actions:
                given = given or action in self.seen_with_value
                if action.help is not SUPPRESS:
                    names.append(str(_action_name(action)))
            if not given:
                self.parser.error(f"one of the arguments {' '.join(names)} is required")

    def take(self, action: Action, words: list[str], option: str | None) -> None:
        self.seen.append(action)
        values = self.parser._get_values(action, words)
        if values is not action.default:
            self.seen_with_value.append(action)
            for group in self.parser._mutually_exclusive_groups:
                if action not in group._group_actions:
                    continue
                for other in group._group_actions:
                    if other is not action and other in self.seen_with_value:
                        raise ArgumentError(action, f"not allowed with argument {_action_name(other)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def consume_optional(self, start: int) -> int:
        found = self.options[start]
        action = found.action
        option = found.option
        explicit = found.explicit
        taken: list[tuple[Action, list[str], str]] = []
        while True:
            if action is None:
                self.extras.append(self.words[start])
                return start + 1
            if explicit is None:
                count = self.count(action, self.pattern[start + 1 :])
                stop = start + 1 + count
                taken.append((action, self.words[start + 1 : stop], option))
                break
            count = self.count(action, "A")
            if count == 0 and option[1] not in self.parser.prefix_chars and explicit != "":
                taken.append((action, [], option))
                option = option[0] + explicit[0]
                following = self.parser._option_string_actions.get(option)
                if following is None:
                    raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                action = following
                explicit = explicit[1:] or None
            elif count == 1:
                stop = start + 1
                taken.append((action, [explicit], option))
                break
            else:
                raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
        for one, words, name in taken:
            self.take(one, words, name)
        return stop

    def consume_positionals(self, start: int) -> int:
        rest = self.pattern[start:]
        for count in range(len(self.positionals), 0, -1):
            actions = self.positionals[:count]
            matched = re.match("".join([_nargs_pattern(action) for action in actions]), rest)
            if matched is None:
                continue
            sizes = [matched.end(group) - matched.start(group) for group in range(1, count + 1)]
            self.positionals = self.positionals[count:]
            for action, size in zip(actions, sizes):
                words = self.words[start : start + size]
                start += size
                self.take(action, words, None)
            break
        return start

    def count(self, action: Action, pattern: str) -> int:
        """How many of the words an option takes."""
        matched = re.match(_nargs_pattern(action), pattern)
        if matched is not None:
            return matched.end(1) - matched.start(1)
        nargs = action.nargs
        if nargs is None:
            message = "expected one argument"
        elif nargs == OPTIONAL:
            message = "expected at most one argument"
        elif nargs == ONE_OR_MORE:
            message = "expected at least one argument"
        elif nargs == 1:
            message = "expected 1 argument"
        else:
            message = f"expected {nargs} arguments"
        raise ArgumentError(action, message)


def _nargs_pattern(action: Action) -> str:
    nargs = action.nargs
    if nargs is None:
        pattern = "(-*A-*)"
    elif isinstance(nargs, int):
        pattern = f"(-*{'-*'.join(['A'] * nargs)}-*)"
    elif nargs == OPTIONAL:
        pattern = "(-*A?-*)"
    elif nargs == ZERO_OR_MORE:
        pattern = "(-*[A-]*)"
    elif nargs == ONE_OR_MORE:
        pattern = "(-*A[A-]*)"
    elif nargs == REMAINDER:
        pattern = "([-AO]*)"
    elif nargs == PARSER:
        pattern = "(-*A[-AO]*)"
    else:
        pattern = "(-*-*)"
    if action.option_strings:
        pattern = pattern.replace("-*", "").replace("-", "")
    return pattern
