"""The record of what changed in the catalogue; rows are added and never altered."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ChangeRow",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("service", models.CharField(max_length=60)),
                ("kind", models.CharField(max_length=9)),
                ("path", models.CharField(max_length=60)),
                ("name_th", models.TextField()),
                ("name_en", models.TextField()),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "catalogue_change",
                "indexes": [
                    models.Index(fields=["service", "-at"], name="catalogue_change_of_service"),
                    models.Index(fields=["-at", "service"], name="catalogue_change_latest"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("digest", ""), ("kind", "withdrawn"))
                        | models.Q(("kind__in", ("new", "changed")), ("digest__gt", "")),
                        name="catalogue_change_of_known_kind",
                    ),
                    models.UniqueConstraint(fields=("service", "at"), name="catalogue_one_change_at_a_time"),
                ],
            },
        ),
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE ON catalogue_change FROM sala_app",
            reverse_sql="GRANT UPDATE, DELETE ON catalogue_change TO sala_app",
        ),
    ]
