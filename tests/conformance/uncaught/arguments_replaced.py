"""`args` assigned: the only place that gives an exception something else than a string."""

try:
    raise RuntimeError("x")
except RuntimeError as e:
    e.args = (b"bytes",)
    raise
