# expect-refusal: unsupported
"""A variable of a subclass of SystemExit that hides what its objects were made with."""


class Leave(SystemExit):
    code = 7


raise Leave(3)
