from typing import Callable

from .errors import LangError, RuntimeFault
from .evaluator import Evaluator
from .lexer import lex
from .parser import Parser

__all__ = ["LangError", "run"]


def run(source: str, write: Callable[[str], object]) -> int:
    evaluator = Evaluator(write)
    failures = 0
    for statement in Parser(lex(source)).program():
        try:
            evaluator.execute(statement, evaluator.top)
        except RuntimeFault as fault:
            failures += 1
            write(f"fault: {fault}" + (f" <- {fault.__cause__!r}" if fault.__cause__ else ""))
    return failures
