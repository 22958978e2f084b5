"""The walls of casework: numbers, row-level security, what may only be added, and the door a code opens."""

from django.db import migrations

from sala.infra.tenancy import row_security

_UNDER_A_CASE = ("casework_line", "casework_correction", "casework_decision", "casework_attachment")

# Without an account a case is invisible; this function, the owner's own, turns a right code into one id and no more.
_BY_CODE = """
CREATE FUNCTION casework_case_by_code(hash text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
RETURN (SELECT id FROM casework_case WHERE code_hash = hash AND hash <> '')
"""


def _follows_its_case(table: str) -> migrations.RunSQL:
    """A row under a case is visible exactly when the case is: the two walls cannot disagree."""
    rule = "EXISTS (SELECT FROM casework_case c WHERE c.id = case_id)"
    return migrations.RunSQL(
        sql=[
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"CREATE POLICY {table}_of_case ON {table} USING ({rule}) WITH CHECK ({rule})",
        ],
        reverse_sql=[f"DROP POLICY {table}_of_case ON {table}", f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"],
    )


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial")]

    operations = [
        migrations.RunSQL("CREATE SEQUENCE casework_serial", reverse_sql="DROP SEQUENCE casework_serial"),
        row_security("casework_case", person="applicant", case="id"),
        *(_follows_its_case(table) for table in _UNDER_A_CASE),
        migrations.RunSQL(_BY_CODE, reverse_sql="DROP FUNCTION casework_case_by_code(text)"),
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE ON casework_line, casework_decision, casework_release FROM sala_app",
            reverse_sql="GRANT UPDATE, DELETE ON casework_line, casework_decision, casework_release TO sala_app",
        ),
    ]
