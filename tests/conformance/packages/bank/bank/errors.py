"""What can go wrong."""


class BankError(Exception):
    """Base of all."""


class NoAccount(BankError):
    def __init__(self, name: str) -> None:
        super().__init__(f"there is no account {name!r}")


class Overdrawn(BankError):
    def __init__(self, name: str, missing: int) -> None:
        super().__init__(f"{name} lacks {missing}")
        self.missing = missing
