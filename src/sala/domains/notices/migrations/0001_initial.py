"""Notices, behind row-level security."""

from django.db import migrations, models
from django.db.models import Q

from sala.infra.tenancy import row_security


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("about", models.UUIDField()),
                ("agency", models.CharField(max_length=40)),
                ("person", models.UUIDField(null=True)),
                ("template", models.CharField(max_length=30)),
                ("lang", models.CharField(max_length=2)),
                ("subject", models.BinaryField()),
                ("body", models.BinaryField()),
                ("address", models.BinaryField()),
                ("state", models.CharField(max_length=6)),
                ("attempts", models.SmallIntegerField(default=0)),
                ("queued_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("failed_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "notices_notice",
                "indexes": [models.Index(name="notices_about", fields=["about", "id"])],
                "constraints": [
                    models.CheckConstraint(
                        name="notices_state_known", condition=Q(state__in=["queued", "sent", "failed", "kept"])
                    ),
                    models.CheckConstraint(
                        name="notices_sent_has_time", condition=~Q(state="sent") | Q(sent_at__isnull=False)
                    ),
                    models.CheckConstraint(
                        name="notices_failed_has_time", condition=~Q(state="failed") | Q(failed_at__isnull=False)
                    ),
                ],
            },
        ),
        row_security("notices_notice", person="person", case="about"),
    ]
