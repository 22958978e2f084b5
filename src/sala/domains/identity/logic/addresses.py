"""Where a browser may be sent after signing in: only to a page of this site."""

from urllib.parse import urlsplit

LONGEST_PATH = 2000


def local_path(asked: str | None, *, otherwise: str) -> str:
    """
    Give the asked path if it is one of this site's own, else the other one.

    Browsers read `\\` as `/`, drop control characters, and take `//host` for another site; none of these passes.

    >>> local_path("/en/services/food-shop?page=2", otherwise="/")
    '/en/services/food-shop?page=2'
    >>> [local_path(bad, otherwise="/") for bad in ("https://evil.example", "//evil.example", "/\\\\evil.example", "")]
    ['/', '/', '/', '/']
    """
    if not asked or len(asked) > LONGEST_PATH or not asked.startswith("/"):
        return otherwise
    if asked.startswith(("//", "/\\")) or "\\" in asked or any(ord(character) < 33 for character in asked):
        return otherwise
    try:
        parts = urlsplit(asked)
    except ValueError:
        return otherwise
    return otherwise if parts.scheme or parts.netloc else asked
