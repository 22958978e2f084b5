"""Checklists, each behind row-level security of the person whose it is."""

from django.db import migrations, models
from django.db.models import Q

from sala.infra.tenancy import row_security


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_editing")]

    operations = [
        migrations.CreateModel(
            name="Mark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("person", models.UUIDField()),
                ("life_event", models.CharField(max_length=60)),
                ("kind", models.CharField(max_length=7)),
                ("name", models.CharField(max_length=60)),
                ("state", models.CharField(max_length=8)),
                ("marked_at", models.DateTimeField()),
            ],
            options={
                "db_table": "catalogue_mark",
                "constraints": [
                    models.UniqueConstraint(
                        name="catalogue_marked_once", fields=["person", "life_event", "kind", "name"]
                    ),
                    models.CheckConstraint(
                        name="catalogue_mark_known",
                        condition=Q(kind="service", state__in=["done", "not-mine"]) | Q(kind="paper", state="done"),
                    ),
                ],
            },
        ),
        row_security("catalogue_mark", agency=None, person="person"),
    ]
