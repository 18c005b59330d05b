from . import loaded
from ..registry import Plugin, register

SEPARATOR = ","
helper_calls = 0
loaded.append(__name__)


def quote(text: str) -> str:
    global helper_calls
    helper_calls += 1
    return '"' + text.replace('"', '""') + '"'


@register("csv", "text/csv")
class CsvLike(Plugin):
    def escape(self, cell: str) -> str:
        return quote(cell) if any(ch in cell for ch in (SEPARATOR, '"', "\n")) else cell

    def dump(self, rows: list[list[str]]) -> str:
        return "\n".join(SEPARATOR.join(map(self.escape, row)) for row in rows)

    def load(self, text: str) -> list[list[str]]:
        rows: list[list[str]] = [[""]]
        quoted = False
        chars = iter(enumerate(text))
        for i, ch in chars:
            if quoted:
                if ch == '"' and text[i + 1 : i + 2] == '"':
                    rows[-1][-1] += '"'
                    next(chars)
                elif ch == '"':
                    quoted = False
                else:
                    rows[-1][-1] += ch
            elif ch == '"':
                quoted = True
            elif ch == SEPARATOR:
                rows[-1].append("")
            elif ch == "\n":
                rows.append([""])
            else:
                rows[-1][-1] += ch
        return rows
