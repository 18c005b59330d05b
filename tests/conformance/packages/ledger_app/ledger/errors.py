class LedgerError(Exception):
    code = 10


class Unbalanced(LedgerError):
    code = 11


class BadEntry(LedgerError, ValueError):
    code = 12
