"""Replacement texts such as `\\g<name>, \\1`."""

from __future__ import annotations

from typing import Final

from re._syntax import Tokens, group_number, simple_escape

_DIGITS: Final = "0123456789"
_OCTAL: Final = "01234567"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MAX_GROUPS: Final = 1073741823


class Template:
    """Texts and groups in turn: texts[0], groups[0], texts[1], ..., texts[-1]."""

    texts: list[str]
    groups: list[int]
    is_text: bool  # not bytes
    _known: int

    def __init__(self, template: str | bytes, names: dict[str, int], known: int) -> None:
        self.texts = []
        self.groups = []
        self.is_text = isinstance(template, str)
        self._known = known
        tokens = Tokens(template)
        pending: list[str] = []
        while True:
            token = tokens.get()
            if token == "":
                break
            if len(token) == 1:
                pending.append(token)
                continue
            letter = token[1]
            if letter == "g":
                self._add(tokens, self._named(tokens, names), self._name_size, pending)
            elif letter == "0":
                token += tokens.get_while(2, _OCTAL)
                pending.append(chr(int(token[1:], 8) & 255))
            elif letter in _DIGITS:
                octal = False
                if tokens.next != "" and tokens.next in _DIGITS:
                    token += tokens.get()
                    behind = tokens.next
                    if letter in _OCTAL and token[2] in _OCTAL and behind != "" and behind in _OCTAL:
                        octal = True
                        pending.append(chr(tokens.octal(token + tokens.get())))
                if not octal:
                    self._add(tokens, int(token[1:]), len(token) - 1, pending)
            else:
                simple = 8 if letter == "b" else simple_escape(letter)
                if simple >= 0:
                    pending.append(chr(simple))
                elif letter in _LETTERS:
                    raise tokens.error("bad escape " + token, len(token))
                else:
                    pending.append(token)
        self.texts.append("".join(pending))

    _name_size: int = 0

    def _named(self, tokens: Tokens, names: dict[str, int]) -> int:
        """The group of the rest of `\\g<...>`."""
        if not tokens.match("<"):
            raise tokens.error("missing <")
        name = tokens.get_until(">", "group name")
        self._name_size = len(name) + 1
        if name.isidentifier():
            tokens.check_group_name(name, 1)
            group = names.get(name, -1)
            if group < 0:
                raise IndexError(f"unknown group name {name!r}")
            return group
        group = group_number(name)
        if group < 0:
            raise tokens.error(f"bad character in group name {name!r}", len(name) + 1)
        if group >= _MAX_GROUPS:
            raise tokens.error(f"invalid group reference {group}", len(name) + 1)
        return group

    def _add(self, tokens: Tokens, group: int, offset: int, pending: list[str]) -> None:
        if group >= self._known:
            raise tokens.error(f"invalid group reference {group}", offset)
        self.texts.append("".join(pending))
        pending.clear()
        self.groups.append(group)
