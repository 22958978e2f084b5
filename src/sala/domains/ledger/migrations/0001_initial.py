import django.db.models.deletion
from django.db import migrations, models

from sala.infra.tenancy import row_security

HASH_BYTES = 32

FIXED_LENGTHS = [
    ("ledger_salt", "salt"),
    ("ledger_pending", "commitment"),
    ("ledger_leaf", "leaf_hash"),
    ("ledger_subtree", "hash"),
]

# What is written stays: the serving role gets no UPDATE anywhere and DELETE only where something is meant to go, the
# queue (by the sequencer) and the salts (by an erasure).
RIGHTS = {
    "ledger_entry": "SELECT, INSERT",
    "ledger_salt": "SELECT, INSERT, DELETE",
    "ledger_pending": "SELECT, INSERT, DELETE",
    "ledger_leaf": "SELECT, INSERT",
    "ledger_subtree": "SELECT, INSERT",
    "ledger_checkpoint": "SELECT, INSERT",
    "ledger_access": "SELECT, INSERT",
}


def fix_length(table, column):
    name = f"{table}_{column}_is_32_bytes"
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK (octet_length({column}) = {HASH_BYTES})",
        reverse_sql=f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


def limit_rights(table, rights):
    return migrations.RunSQL(
        [f"REVOKE ALL ON {table} FROM sala_app", f"GRANT {rights} ON {table} TO sala_app"],
        reverse_sql=f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO sala_app",
    )


def let_anyone_append(table):
    """Whoever acts must be able to say so, a citizen in no agency too; seeing it again is another matter."""
    return migrations.RunSQL(
        f"CREATE POLICY {table}_append ON {table} FOR INSERT WITH CHECK (true)",
        reverse_sql=f"DROP POLICY {table}_append ON {table}",
    )


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("position", models.BigIntegerField()),
                ("kind", models.CharField(max_length=200)),
                ("subject", models.UUIDField()),
                ("agency", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                ("body", models.JSONField()),
            ],
            options={
                "db_table": "ledger_entry",
                "constraints": [
                    models.UniqueConstraint(fields=("subject", "position"), name="ledger_entry_by_subject"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Salt",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="salt",
                        serialize=False,
                        to="ledger.entry",
                    ),
                ),
                ("salt", models.BinaryField()),
            ],
            options={"db_table": "ledger_salt"},
        ),
        migrations.CreateModel(
            name="Pending",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pending", to="ledger.entry"
                    ),
                ),
                ("commitment", models.BinaryField()),
            ],
            options={"db_table": "ledger_pending"},
        ),
        migrations.CreateModel(
            name="Leaf",
            fields=[
                ("index", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="leaf", to="ledger.entry"
                    ),
                ),
                ("leaf_hash", models.BinaryField()),
            ],
            options={
                "db_table": "ledger_leaf",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("index__gte", 0)), name="ledger_leaf_counts_from_zero"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Subtree",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "height", "index", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("height", models.SmallIntegerField()),
                ("index", models.BigIntegerField()),
                ("hash", models.BinaryField()),
            ],
            options={"db_table": "ledger_subtree"},
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("tree_size", models.BigIntegerField(primary_key=True, serialize=False)),
                ("note", models.TextField()),
                ("signed_at", models.DateTimeField()),
            ],
            options={
                "db_table": "ledger_checkpoint",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tree_size__gt", 0)), name="ledger_checkpoint_not_empty"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Access",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("person", models.UUIDField()),
                ("by_person", models.UUIDField(null=True)),
                ("by_acting_for", models.UUIDField(null=True)),
                ("by_system", models.CharField(max_length=200, null=True)),
                ("agency", models.CharField(max_length=200, null=True)),
                ("unit", models.CharField(max_length=200, null=True)),
                ("role", models.CharField(max_length=200, null=True)),
                ("session", models.UUIDField(null=True)),
                ("purpose", models.CharField(max_length=200)),
                ("through", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "ledger_access",
                "constraints": [
                    models.UniqueConstraint(fields=("person", "id"), name="ledger_access_by_person"),
                ],
            },
        ),
        migrations.RunSQL("CREATE SEQUENCE ledger_entry_position", reverse_sql="DROP SEQUENCE ledger_entry_position"),
        *[fix_length(table, column) for table, column in FIXED_LENGTHS],
        row_security("ledger_entry", person="subject", case="subject"),
        row_security("ledger_access", person="person"),
        # A salt is seen by whoever sees its entry: the subquery is itself behind the entry's row security.
        migrations.RunSQL(
            [
                "ALTER TABLE ledger_salt ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY ledger_salt_with_entry ON ledger_salt"
                " USING (EXISTS (SELECT FROM ledger_entry e WHERE e.id = entry_id))",
            ],
            reverse_sql=[
                "DROP POLICY ledger_salt_with_entry ON ledger_salt",
                "ALTER TABLE ledger_salt DISABLE ROW LEVEL SECURITY",
            ],
        ),
        *[let_anyone_append(table) for table in ("ledger_entry", "ledger_salt", "ledger_access")],
        *[limit_rights(table, rights) for table, rights in RIGHTS.items()],
    ]
