"""A plug-in registry across modules: registration by decorator at import, `__all__`, star imports, aliases."""

from tool import VERSION, convert, formats
from tool.formats import *  # noqa: F403
from tool.registry import REGISTRY, Plugin, UnknownFormat
import tool.formats.csv_like as c
import tool

print(VERSION, tool.__name__, formats.__name__, __name__)
print(sorted(REGISTRY), [type(p).__name__ for p in REGISTRY.values()], Plugin.count)
rows = [["a", "b"], ["1", "x,y"], ["", 'q"q']]
for name in sorted(REGISTRY):
    text = convert(rows, name)
    print(name, repr(text), tool.parse(text, name) == rows)
print(CsvLike is c.CsvLike, CsvLike().escape("a,b"), c.helper_calls, formats.loaded)  # noqa: F405
c.SEPARATOR = ";"
print(convert(rows, "csv"), c.SEPARATOR, tool.parse("a;b", "csv"))
print(tool.registry.get("tsv") is REGISTRY["tsv"], tool.convert is convert)
try:
    convert(rows, "xml")
except UnknownFormat as error:
    print(error, error.known)
convert([["tab\there"]], "tsv")
