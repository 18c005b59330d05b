"""An exception whose class is a value, its argument a tuple."""

def make(kind: type[Exception], text: object) -> Exception:
    return kind(text)
raise make(KeyError, (1, "x"))
