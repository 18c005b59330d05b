"""Modules that are not there, with others, or None, under their names."""

try:
    import simplerjson as json  # type: ignore
except ImportError:
    import json
try:
    from yamlish import safe_load  # type: ignore
except ImportError:
    safe_load = None
try:
    import numbpy as np  # type: ignore
    HAVE = True
except ImportError:
    np = None
    HAVE = False
try:
    import cccPickle as pickle  # type: ignore
except ImportError:
    pickle = None  # type: ignore
print(json.dumps({"a": 1}), safe_load, np, HAVE, pickle)
if np is not None:
    print(np.array([1]))
def f():
    try:
        import microjson as j  # type: ignore
    except ImportError:
        import json as j
    return j.loads("[1]")
print(f())
