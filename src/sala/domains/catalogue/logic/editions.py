"""Which edition a loaded folder is: the same, an older one that a desk has passed by, or a new one."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a folder stands among its service's editions; `is_new` says that this number is still to be made."""

    number: int
    is_new: bool


def place_folder(digest: str, *, editions: Mapping[int, str], held: int | None) -> Placed:
    """
    Say which edition a folder is.

    A folder that has not changed since it was last loaded, or that has come nearer to what a desk published (an export on its
    way), is the edition it says, and the latest stays current. Any other change is a new edition: also one back to an older
    text, for somebody took a change back.

    :param editions: the digest of every edition of the service, by number.
    :param held: the edition that the folder was when it was last loaded.

    >>> place_folder("b", editions={1: "a", 2: "b"}, held=1)
    Placed(number=2, is_new=False)
    >>> place_folder("a", editions={1: "a", 2: "b"}, held=2)
    Placed(number=3, is_new=True)
    """
    latest = max(editions, default=0)
    if latest and editions[latest] == digest:
        return Placed(latest, is_new=False)
    if held is not None:
        same = [number for number, known in editions.items() if known == digest and number >= held]
        if same:
            return Placed(max(same), is_new=False)
    return Placed(latest + 1, is_new=True)
