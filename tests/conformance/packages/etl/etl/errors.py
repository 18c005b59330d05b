__all__ = ["EtlError", "UnknownStage", "BadRow"]


class EtlError(Exception):
    pass


class UnknownStage(EtlError, KeyError):
    def __str__(self) -> str:
        return f"no stage {self.args[0]!r}, only {', '.join(self.args[1])}"


class BadRow(EtlError):
    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line, self.reason = line, reason

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"
