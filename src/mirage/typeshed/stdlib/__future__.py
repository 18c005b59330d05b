"""Features of later Python; all of these are in force already, or (annotations) without effect here."""


class _Feature:
    """The type of the names below."""


division = _Feature()
absolute_import = _Feature()
with_statement = _Feature()
print_function = _Feature()
unicode_literals = _Feature()
generator_stop = _Feature()
annotations = _Feature()
