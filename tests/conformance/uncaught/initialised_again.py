"""`__init__` called again with another argument."""

e = ValueError()
e.__init__(["late"])  # type: ignore
raise e
