"""Editions, drafts and comments, and the walls around them."""

import django.db.models.deletion
from django.db import migrations, models

# What was published is everybody's to read, and only ever added to; a draft is its agency's own until it is opened.
_MINE = "agency = nullif(current_setting('sala.agency', true), '') OR current_setting('sala.agency', true) = '*'"
_OPEN = "opened_at IS NOT NULL AND state <> 'dropped'"
_DRAFT = "EXISTS (SELECT FROM catalogue_draft d WHERE d.id = draft_id"
_POLICIES = {
    "catalogue_edition": {"SELECT": "USING (true)", "INSERT": f"WITH CHECK ({_MINE})"},
    "catalogue_draft": {
        "SELECT": f"USING ({_MINE} OR {_OPEN})",
        "INSERT": f"WITH CHECK ({_MINE})",
        "UPDATE": f"USING ({_MINE}) WITH CHECK ({_MINE})",
    },
    "catalogue_comment": {
        "SELECT": f"USING ({_DRAFT}))",
        "INSERT": f"WITH CHECK ({_DRAFT} AND d.opened_at IS NOT NULL AND d.state IN ('open', 'asked')))",
        "UPDATE": f"USING ({_DRAFT} AND ({_MINE.replace('agency =', 'd.agency =', 1)})))",
    },
}


def _walls(table: str) -> migrations.RunSQL:
    named = {f"{table}_{command.lower()}": (command, rule) for command, rule in _POLICIES[table].items()}
    return migrations.RunSQL(
        sql=[
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            *(f"CREATE POLICY {name} ON {table} FOR {command} {rule}" for name, (command, rule) in named.items()),
            f"REVOKE {'UPDATE, DELETE' if table == 'catalogue_edition' else 'DELETE'} ON {table} FROM sala_app",
        ],
        reverse_sql=[
            *(f"DROP POLICY {name} ON {table}" for name in named),
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
            f"GRANT UPDATE, DELETE ON {table} TO sala_app",
        ],
    )


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="FolderEdition",
            fields=[
                ("service", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("loaded_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "catalogue_folder_edition",
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("service", models.CharField(max_length=60)),
                ("agency", models.CharField(max_length=60)),
                ("base", models.PositiveIntegerField()),
                ("files", models.JSONField()),
                ("state", models.CharField(max_length=9)),
                ("version", models.PositiveIntegerField(default=0)),
                ("started_by", models.UUIDField()),
                ("started_at", models.DateTimeField()),
                ("saved_by", models.UUIDField()),
                ("saved_at", models.DateTimeField()),
                ("asked_by", models.UUIDField(null=True)),
                ("asked_at", models.DateTimeField(null=True)),
                ("sent_back_by", models.UUIDField(null=True)),
                ("sent_back_at", models.DateTimeField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("opened_at", models.DateTimeField(null=True)),
                ("edition", models.PositiveIntegerField(null=True)),
            ],
            options={
                "db_table": "catalogue_draft",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "asked", "published", "dropped"])),
                        name="catalogue_draft_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "asked"), _negated=True),
                            models.Q(("asked_by__isnull", False), ("asked_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="catalogue_draft_asked_by_someone",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["open", "asked"])),
                        fields=("service",),
                        name="catalogue_draft_one_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("service", models.CharField(max_length=60)),
                ("number", models.PositiveIntegerField()),
                ("agency", models.CharField(max_length=60)),
                ("files", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("origin", models.CharField(max_length=6)),
                ("base", models.PositiveIntegerField(null=True)),
                ("effects", models.JSONField()),
                ("made_by", models.UUIDField(null=True)),
                ("published_by", models.UUIDField(null=True)),
                ("published_at", models.DateTimeField()),
            ],
            options={
                "db_table": "catalogue_edition",
                "indexes": [models.Index(fields=["-published_at", "service"], name="catalogue_edition_latest")],
                "constraints": [
                    models.UniqueConstraint(fields=("service", "number"), name="catalogue_edition_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("made_by__isnull", True), ("origin", "folder"), ("published_by__isnull", True)),
                            models.Q(
                                ("made_by__isnull", False),
                                ("origin", "desk"),
                                ("published_by__isnull", False),
                                models.Q(("made_by", models.F("published_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="catalogue_edition_four_eyes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("part", models.CharField(max_length=80)),
                ("name", models.CharField(blank=True, max_length=80)),
                ("words", models.TextField()),
                ("said_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
                ("answered_by", models.UUIDField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("is_hidden", models.BooleanField(default=False)),
                ("draft", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="catalogue.draft")),
            ],
            options={
                "db_table": "catalogue_comment",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""),
                                ("answered_at__isnull", True),
                                ("answered_by__isnull", True),
                                ("is_hidden", False),
                            ),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_by__isnull", False),
                                ("answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="catalogue_comment_answered_whole",
                    )
                ],
            },
        ),
        *(_walls(table) for table in _POLICIES),
    ]
