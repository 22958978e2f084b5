"""Agencies and the places of local authorities."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AgencyRow",
            fields=[
                ("code", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("name_th", models.TextField()),
                ("name_en", models.TextField()),
                ("short_th", models.TextField(blank=True)),
                ("short_en", models.TextField(blank=True)),
                ("kind", models.CharField(max_length=40)),
                ("parent", models.CharField(max_length=60, null=True)),
                ("province", models.CharField(max_length=2, null=True)),
                ("is_local", models.BooleanField()),
                ("phone", models.TextField(blank=True)),
                ("url", models.TextField(blank=True)),
                ("loaded_at", models.DateTimeField()),
                ("retired_at", models.DateTimeField(null=True)),
            ],
            options={"db_table": "organisations_agency"},
        ),
        migrations.CreateModel(
            name="LocalAreaRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("sub_district", models.CharField(max_length=6)),
                ("moo", models.SmallIntegerField(default=0)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="local_areas",
                        to="organisations.agencyrow",
                    ),
                ),
            ],
            options={
                "db_table": "organisations_local_area",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sub_district", "moo"), name="organisations_one_authority_per_place"
                    ),
                ],
            },
        ),
    ]
