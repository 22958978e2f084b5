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
    """Load agencies and releases, record what changed, and in a demonstration its people; give what each now counts."""
    tenancy.enter(agency=tenancy.EVERY_AGENCY)
    pack = Path(settings.SALA_PACK)
    loaded = organisations.load(catalogue.get_pack(), at=at)
    counts = {
        "agencies": loaded.agencies,
        "local authorities": loaded.local_authorities,
        "new releases of services": casework.store_releases(at=at),
        "changes of services": catalogue.record_changes(at=at),
    }
    if settings.SALA.is_demonstration:
        people = identity.load_demonstration_people(pack=pack, at=at)
        counts["demonstration people"] = len(people)
        registries.load_demonstration_registers(pack=pack, people=people, at=at)
    return counts
