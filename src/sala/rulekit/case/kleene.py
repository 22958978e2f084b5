"""Three-valued logic: true, false and unknown (None), by strong Kleene."""


def both(*parts: bool | None) -> bool | None:
    """
    Say what `and` says.

    >>> both(True, None), both(False, None), both(True, True)
    (None, False, True)
    """
    if any(part is False for part in parts):
        return False
    return None if any(part is None for part in parts) else True


def either(*parts: bool | None) -> bool | None:
    """
    Say what `or` says.

    >>> either(True, None), either(False, None), either(False, False)
    (True, None, False)
    """
    if any(part is True for part in parts):
        return True
    return None if any(part is None for part in parts) else False


def opposite(part: bool | None) -> bool | None:
    """
    Say what `not` says.

    >>> opposite(None), opposite(True)
    (None, False)
    """
    return None if part is None else not part
