"""Load the country's pack into every domain that keeps a part of it, in one transaction."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from sala.domains.casework import public as casework
from sala.domains.catalogue import public as catalogue
from sala.domains.identity import public as identity
from sala.domains.organisations import public as organisations
from sala.domains.registries import public as registries
from sala.infra import tenancy


@transaction.atomic
def load_everything(*, at: datetime) -> dict[str, int]:
    """Load agencies, editions and releases, and in a demonstration its people; give what each now counts."""
    tenancy.enter(agency=tenancy.EVERY_AGENCY)
    pack = Path(settings.SALA_PACK)
    loaded = organisations.load(organisations.get_pack(), at=at)
    editions = catalogue.load_editions(at=at)
    catalogue.refresh()  # what a desk published is released too, not only the folders
    counts = {
        "agencies": loaded.agencies,
        "local authorities": loaded.local_authorities,
        "new editions of services": editions,
        "new releases of services": casework.store_releases(at=at),
    }
    if settings.SALA.is_demonstration:
        people = identity.load_demonstration_people(pack=pack, at=at)
        counts["demonstration people"] = len(people)
        registries.load_demonstration_registers(pack=pack, people=people, at=at)
    return counts
