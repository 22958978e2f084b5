"""
One database, many agencies: PostgreSQL itself hides rows that are not the actor's to see.

A row is visible when it belongs to the agency, to the person, or to the one case that this transaction has entered.
The three settings are local to the transaction, so a pooled connection can never carry them over.
"""

from uuid import UUID

from django.db import connection
from django.db.migrations.operations import RunSQL

EVERY_AGENCY = "*"
"""For the platform's own background work only (the sequencer, the loader); no request may enter with it."""

SETTINGS_SQL = "set_config('sala.agency', {agency}, true), set_config('sala.person', {person}, true)"
"""A fragment for a query that reads who the actor is and enters at once: fill with two SQL text expressions."""


def enter(*, agency: str | None = None, person: UUID | None = None, case: UUID | None = None) -> None:
    """Say whose rows this transaction may see. One statement; ends with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('sala.agency', %s, true), set_config('sala.person', %s, true),"
            " set_config('sala.case', %s, true)",
            [agency or "", str(person or ""), str(case or "")],
        )


def row_security(
    table: str, *, agency: str | None = "agency", person: str | None = None, case: str | None = None
) -> RunSQL:
    """
    Make the migration operation that puts a table behind row-level security.

    :param agency: the column that holds the owning agency; None where rows are a person's own and no agency's.
    :param person: the column that holds the person whose row it is, if rows are also theirs to see.
    :param case: the column that holds the case id, if a follow-up code may open it.
    """
    visible = [f"current_setting('sala.agency', true) = '{EVERY_AGENCY}'"]
    if agency:
        # An empty setting is nobody: a draft belongs to no agency yet, and must not be everyone's for that.
        visible.append(f"{agency} = nullif(current_setting('sala.agency', true), '')")
    if person:
        visible.append(f"{person} = nullif(current_setting('sala.person', true), '')::uuid")
    if case:
        visible.append(f"{case} = nullif(current_setting('sala.case', true), '')::uuid")
    rule = " OR ".join(visible)
    return RunSQL(
        sql=[
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"CREATE POLICY {table}_own ON {table} USING ({rule}) WITH CHECK ({rule})",
        ],
        reverse_sql=[f"DROP POLICY {table}_own ON {table}", f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"],
    )
