"""Writes of the catalogue: the record of what changed in what the state offers."""

from datetime import datetime

from django.db import connection, transaction

from sala.kernel.bilingual import Text
from sala.kernel.unique import uuid7

from .logic.changing import Offered, compare, offered
from .models import ChangeRow
from .queries import get_folder, list_public_services

_TURN = 0x5A1A_CA7A  # one number in PostgreSQL's advisory locks: two loads at once would each find the same changes
_LATEST = "SELECT DISTINCT ON (service) * FROM catalogue_change ORDER BY service, at DESC"


@transaction.atomic
def record_changes(*, at: datetime) -> int:
    """Record each service that is new, reads otherwise than when it was last loaded, or is offered no more; give how many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])
    now = {one.slug: offered(get_folder(slug=one.slug)) for one in list_public_services()}
    rows = [
        ChangeRow(
            id=uuid7(at),
            service=slug,
            kind=kind,
            path=stood.path,
            name_th=stood.name.th,
            name_en=stood.name.en,
            digest="" if kind == "withdrawn" else stood.digest,
            at=at,
        )
        for slug, kind, stood in compare(_last_offered(), now)
    ]
    ChangeRow.objects.bulk_create(rows)
    return len(rows)


def _last_offered() -> dict[str, Offered]:
    """Give what was offered when it was last loaded."""
    latest = (row for row in ChangeRow.objects.raw(_LATEST) if row.kind != "withdrawn")
    return {row.service: Offered(row.path, Text(th=row.name_th, en=row.name_en), row.digest) for row in latest}
