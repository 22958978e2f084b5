"""What changed between what was offered and what is: services that appeared, read otherwise now, or were withdrawn."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sala.kernel.bilingual import Text

from ..contracts import ChangeKind, Folder


@dataclass(frozen=True, slots=True)
class Offered:
    """A service as it stood: the name and path it bore in public, and the digest of what a person read of it."""

    path: str
    name: Text
    digest: str


def offered(folder: Folder) -> Offered:
    """
    Sum up a service. Layout and comments of its declaration do not count, and neither does what an author left out:
    a later version of Sala that knows more keys changes nothing.
    """
    service = folder.service
    declared = service.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    told = json.dumps([declared, folder.every_word()], ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(told.encode()).hexdigest()
    return Offered(path=service.shown_path, name=service.shown_name, digest=digest)


def compare(before: Mapping[str, Offered], now: Mapping[str, Offered]) -> Iterator[tuple[str, ChangeKind, Offered]]:
    """
    Name each service that changed, by its slug, with how it stands now; one that was withdrawn, as it stood last.

    :param before: what was offered last, without what had been withdrawn by then.
    """
    for slug in sorted(before.keys() - now.keys()):
        yield slug, "withdrawn", before[slug]
    for slug, stands in sorted(now.items()):
        if slug not in before:
            yield slug, "new", stands
        elif before[slug].digest != stands.digest:
            yield slug, "changed", stands
