"""
The pack in memory: the country's folders, and over them the latest edition of each service that a desk published.

It is read once when a process starts, and again only in the thread that hears of a publication: the new pack and what
readers keep of it stand ready before they take the old one's place, so no request waits and none asks the database.
"""

import logging
from collections.abc import Callable
from functools import update_wrapper
from threading import Lock
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sala.domains.organisations import public as organisations
from sala.servicekit import DeclarationInvalid, Pack, overlay

from ..models import Edition

P = ParamSpec("P")
R = TypeVar("R")

_MOST_KEPT = 4096
_LATEST = """
SELECT DISTINCT ON (service) id, service, number, digest FROM catalogue_edition ORDER BY service, number DESC
"""

_log = logging.getLogger(__name__)
_one_at_a_time = Lock()
_standing: list[Pack] = []


def get_pack() -> Pack:
    """Give the country's pack as it stands now. No statement."""
    return _standing[0] if _standing else organisations.get_pack()


class PerPack(Generic[P, R]):
    """A reading of the pack that is worked out once for each pack, and goes with it when a newer one takes its place."""

    def __init__(self, read: Callable[Concatenate[Pack, P], R]) -> None:
        """Keep what this function gives."""
        self._read = read
        update_wrapper(self, read)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Give it for the pack as it stands now."""
        return self.of(get_pack(), *args, **kwargs)

    def of(self, pack: Pack, *args: P.args, **kwargs: P.kwargs) -> R:
        """Give it for one pack."""
        kept = pack.kept.setdefault(self, {})
        asked = (args, tuple(sorted(kwargs.items())))
        if asked not in kept:
            found = self._read(pack, *args, **kwargs)
            if len(kept) >= _MOST_KEPT:  # pages of days gone by
                kept.clear()
            kept[asked] = found
            return found
        value: R = kept[asked]
        return value


per_pack = PerPack


def refresh_pack(*, prepare: Callable[[Pack], object]) -> bool:
    """
    Bring the pack in memory to the latest editions; say whether it changed.

    One statement when nothing did. Else the changed services alone are read again, `prepare` makes ready what readers
    keep, and then the new pack takes the old one's place.
    """
    with _one_at_a_time:
        now = get_pack()
        fresh = _bring_to(now, _changed(now))
        if fresh is now:
            return False
        prepare(fresh)
        _standing[:] = [fresh]
        return True


def _changed(now: Pack) -> dict[str, Edition | None]:
    """List the services whose text in memory is not the current one; None is the folder's own."""
    base = organisations.get_pack()
    latest = {edition.service: edition for edition in Edition.objects.raw(_LATEST) if edition.service in base.folders}
    changed: dict[str, Edition | None] = {}
    for slug, folder in base.folders.items():
        edition = latest.get(slug)
        wanted = edition.digest if edition else folder.digest
        if now.folders[slug].digest != wanted:
            changed[slug] = None if folder.digest == wanted else edition
    return changed


def _bring_to(pack: Pack, changed: dict[str, Edition | None]) -> Pack:
    base = organisations.get_pack()
    for slug, edition in changed.items():
        try:
            pack = overlay(pack, {slug: edition.files if edition else base.folders[slug].files})
        except DeclarationInvalid as problem:
            _log.error("edition %s of %s cannot be read: %s", edition and edition.number, slug, problem.text.en)
    return pack
