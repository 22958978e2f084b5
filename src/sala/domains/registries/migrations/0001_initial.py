"""
Facts of the demonstration registers, behind row-level security, and the one statement that reads them.

A register's rows are its owner's and the person's. A reading for a declared purpose opens one person's rows, for the
length of one statement: the setting `sala.reading` is empty again when it returns.
"""

from django.db import migrations, models

from sala.infra.tenancy import row_security

_POLICY = """
CREATE POLICY registries_fact_reading ON registries_fact FOR SELECT
    USING (person = nullif(current_setting('sala.reading', true), '')::uuid)
"""

_READ = """
CREATE FUNCTION registries_read(whose uuid, registers text[], facts text[])
RETURNS TABLE (id uuid, register varchar, fact varchar, sealed bytea, wrapped bytea, key_id varchar)
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('sala.reading', whose::text, true);
    RETURN QUERY SELECT f.id, f.register, f.fact, f.sealed, k.wrapped, k.key_id
        FROM registries_fact f
        JOIN unnest(registers, facts) AS asked(register, fact) ON asked.register = f.register AND asked.fact = f.fact
        JOIN infra_data_key k ON k.subject = f.person
        WHERE f.person = whose;
    PERFORM set_config('sala.reading', '', true);
END
$$
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("infra", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="FactRow",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("person", models.UUIDField()),
                ("register", models.CharField(max_length=60)),
                ("fact", models.CharField(max_length=60)),
                ("agency", models.CharField(max_length=60)),
                ("sealed", models.BinaryField()),
            ],
            options={
                "db_table": "registries_fact",
                "constraints": [
                    models.UniqueConstraint(fields=("person", "register", "fact"), name="registries_fact_known_once"),
                ],
            },
        ),
        row_security("registries_fact", person="person"),
        migrations.RunSQL(_POLICY, reverse_sql="DROP POLICY registries_fact_reading ON registries_fact"),
        migrations.RunSQL(_READ, reverse_sql="DROP FUNCTION registries_read"),
    ]
