"""The modules of CPython's own tests that are tried, and the imports that their assertions may use."""

from __future__ import annotations

# name of the page's row: (file below the `test` package, modules that the assertions may name)
MODULES: dict[str, tuple[str, tuple[str, ...]]] = {
    "bool": ("test_bool.py", ("math", "operator")),
    "int": ("test_int.py", ("math",)),
    "long": ("test_long.py", ("math",)),
    "float": ("test_float.py", ("math",)),
    "str": ("test_unicode.py", ("string",)),
    "bytes": ("test_bytes.py", ("math",)),
    "list": ("test_list.py", ()),
    "tuple": ("test_tuple.py", ()),
    "dict": ("test_dict.py", ()),
    "set": ("test_set.py", ("operator",)),
    "range": ("test_range.py", ("itertools",)),
    "slice": ("test_slice.py", ("itertools", "operator")),
    "builtins": ("test_builtin.py", ("math", "random")),
    "bisect": ("test_bisect.py", ("bisect",)),
    "heapq": ("test_heapq.py", ("heapq", "random", "itertools", "operator")),
    "base64": ("test_base64.py", ("base64", "binascii")),
    "binascii": ("test_binascii.py", ("binascii",)),
    "struct": ("test_struct.py", ("struct", "math")),
    "textwrap": ("test_textwrap.py", ("textwrap",)),
    "math": ("test_math.py", ("math",)),
    "string": ("test_string.py", ("string",)),
    "operator": ("test_operator.py", ("operator",)),
    "itertools": ("test_itertools.py", ("itertools", "operator", "random")),
    "functools": ("test_functools.py", ("functools",)),
    "json": ("test_json/test_decode.py", ("json",)),
    "re": ("test_re.py", ("re", "string")),
    "datetime": ("datetimetester.py", ("datetime",)),
}
