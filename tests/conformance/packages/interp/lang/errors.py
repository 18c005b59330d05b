from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .lexer import Token


class LangError(Exception):
    kind = "general"

    def __init__(self, why: str, token: Token | None = None) -> None:
        super().__init__(f"{why} at {token.line}:{token.column}" if token else why)


class SyntaxFault(LangError):
    kind = "syntax"


class RuntimeFault(LangError):
    kind = "runtime"
