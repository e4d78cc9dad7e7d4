"""Why a record was not added."""


class AddingError(ValueError):
    """Something that was asked for and cannot be added; the message says how to mend it, a line for each reason."""
