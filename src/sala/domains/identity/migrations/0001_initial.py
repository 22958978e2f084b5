"""People, accounts, posts, grants, sign-ins; posts and grants behind row-level security."""

import django.db.models.deletion
from django.db import migrations, models

from sala.infra.tenancy import row_security


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="PersonRow",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("number_sealed", models.BinaryField()),
                ("number_index", models.BinaryField(unique=True)),
                ("known_since", models.DateTimeField()),
            ],
            options={"db_table": "identity_person"},
        ),
        migrations.CreateModel(
            name="AccountRow",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="accounts", to="identity.personrow"
                    ),
                ),
                ("provider", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=200)),
                ("opened_at", models.DateTimeField()),
                ("suspended_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "identity_account",
                "constraints": [
                    models.UniqueConstraint(fields=("provider", "subject"), name="identity_account_one_per_subject"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PostRow",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="identity.personrow"
                    ),
                ),
                ("agency", models.CharField(max_length=60)),
                ("unit", models.CharField(max_length=60)),
                ("role", models.CharField(max_length=60)),
                ("held_from", models.DateField()),
                ("held_until", models.DateField(null=True)),
            ],
            options={
                "db_table": "identity_post",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("held_until__isnull", True), ("held_until__gte", models.F("held_from")), _connector="OR"
                        ),
                        name="identity_post_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("held_until__isnull", True)),
                        fields=("person", "agency", "unit", "role"),
                        name="identity_post_held_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GrantRow",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="grants", to="identity.postrow"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.personrow"
                    ),
                ),
                ("agency", models.CharField(max_length=60)),
                ("action", models.CharField(max_length=60)),
                ("service", models.CharField(default="*", max_length=60)),
            ],
            options={
                "db_table": "identity_grant",
                "constraints": [
                    models.UniqueConstraint(fields=("post", "action", "service"), name="identity_grant_given_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionRow",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("digest", models.BinaryField(unique=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sessions", to="identity.accountrow"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sessions", to="identity.personrow"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="identity.postrow",
                    ),
                ),
                ("identity_level", models.SmallIntegerField()),
                ("authentication_level", models.SmallIntegerField()),
                ("started_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={"db_table": "identity_session"},
        ),
        migrations.CreateModel(
            name="KeptFormRow",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="kept_forms", to="identity.personrow"
                    ),
                ),
                ("path", models.TextField()),
                ("fields_sealed", models.BinaryField()),
                ("kept_until", models.DateTimeField()),
            ],
            options={
                "db_table": "identity_kept_form",
                "indexes": [models.Index(fields=["kept_until"], name="identity_kept_form_until")],
            },
        ),
        migrations.CreateModel(
            name="DemonstrationCodeRow",
            fields=[
                ("digest", models.BinaryField(primary_key=True, serialize=False)),
                ("subject", models.CharField(max_length=60)),
                ("challenge", models.CharField(max_length=60)),
                ("nonce", models.CharField(max_length=60)),
                ("return_address", models.TextField()),
                ("valid_until", models.DateTimeField()),
            ],
            options={"db_table": "identity_demonstration_code"},
        ),
        row_security("identity_post", person="person_id"),
        row_security("identity_grant", person="person_id"),
    ]
