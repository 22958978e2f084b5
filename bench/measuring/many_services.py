"""A catalogue as large as a continent's: every service of a pack many times over, each copy in other words."""

from dataclasses import replace
from itertools import cycle, islice
from random import Random

from sala.kernel.bilingual import Text
from sala.servicekit import Pack
from sala.servicekit.schema.public_service import Guide, SearchWords

SEED = 2569


def multiply(pack: Pack, to: int) -> Pack:
    """Make guides of a pack's own until it has so many services; a copy mixes the words of its original with another's."""
    draw = Random(SEED)
    originals = list(pack.guides.values())
    missing = max(0, to - len(pack.services) - len(originals))
    copies = [
        _copy(one, draw.choice(originals), number) for number, one in enumerate(islice(cycle(originals), missing))
    ]
    folders = {copy.slug: pack.folders[one.slug] for copy, one in zip(copies, cycle(originals), strict=False)}
    return replace(
        pack,
        guides={**pack.guides, **{copy.slug: copy for copy in copies}},
        folders={**pack.folders, **folders},
    )


def _copy(one: Guide, other: Guide, number: int) -> Guide:
    return one.model_copy(
        update={
            "slug": f"{one.slug[:50]}-{number}",
            "name": Text(th=f"{one.name.th} {other.name.th}", en=f"{one.name.en} {other.name.en}"),
            "summary": other.summary,
            "search": SearchWords(th=(one.search.th[0], *other.search.th), en=(one.search.en[0], *other.search.en)),
        }
    )
