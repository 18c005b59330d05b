from tool.registry import Plugin, register

hidden = f"{__name__}!"


@register("tsv")
class Tsv(Plugin):
    def dump(self, rows: list[list[str]]) -> str:
        for n, row in enumerate(rows):
            for cell in row:
                if "\t" in cell:
                    raise ValueError(f"row {n}: tab in {cell!r}")
        return "\n".join("\t".join(row) for row in rows)

    def load(self, text: str) -> list[list[str]]:
        return [line.split("\t") for line in text.split("\n")]
