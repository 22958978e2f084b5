"""Issued documents and number series behind row-level security; the public check readable by all."""

from django.db import migrations, models
from django.db.models import Q

from sala.infra.tenancy import row_security

PUBLIC_CHECK = """
ALTER TABLE documents_public_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY documents_public_check_read ON documents_public_check FOR SELECT USING (true);
CREATE POLICY documents_public_check_add ON documents_public_check FOR INSERT
    WITH CHECK (agency = current_setting('sala.agency', true));
CREATE POLICY documents_public_check_change ON documents_public_check FOR UPDATE
    USING (agency = current_setting('sala.agency', true)) WITH CHECK (agency = current_setting('sala.agency', true));
"""
PUBLIC_CHECK_BACK = """
DROP POLICY documents_public_check_read ON documents_public_check;
DROP POLICY documents_public_check_add ON documents_public_check;
DROP POLICY documents_public_check_change ON documents_public_check;
ALTER TABLE documents_public_check DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="IssuedDocument",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("case_id", models.UUIDField()),
                ("agency", models.CharField(max_length=40)),
                ("service", models.CharField(max_length=80)),
                ("person", models.UUIDField(null=True)),
                ("kind", models.CharField(max_length=60)),
                ("title", models.JSONField()),
                ("year", models.SmallIntegerField(null=True)),
                ("running", models.IntegerField(null=True)),
                ("number", models.CharField(blank=True, max_length=60)),
                ("check_code", models.CharField(max_length=26)),
                ("state", models.CharField(max_length=7)),
                ("public", models.JSONField()),
                ("content", models.BinaryField()),
                ("pdf", models.BinaryField()),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("dated", models.DateTimeField()),
                ("issued_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "documents_issued",
                "constraints": [
                    models.UniqueConstraint(
                        name="documents_number_given_once", fields=["agency", "kind", "year", "running"]
                    ),
                    models.UniqueConstraint(name="documents_check_code_unique", fields=["check_code"]),
                    models.UniqueConstraint(
                        name="documents_one_standing_of_a_kind",
                        fields=["case_id", "kind"],
                        condition=~Q(state="revoked"),
                    ),
                    models.CheckConstraint(
                        name="documents_state_known", condition=Q(state__in=["waiting", "issued", "revoked"])
                    ),
                    models.CheckConstraint(
                        name="documents_issued_is_sealed",
                        condition=Q(state="waiting") | (Q(issued_at__isnull=False) & ~Q(number="") & ~Q(sha256="")),
                    ),
                    models.CheckConstraint(
                        name="documents_revoked_has_time",
                        condition=(Q(state="revoked") & Q(revoked_at__isnull=False))
                        | (~Q(state="revoked") & Q(revoked_at__isnull=True)),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=60)),
                ("year", models.SmallIntegerField()),
                ("last", models.IntegerField()),
            ],
            options={
                "db_table": "documents_number_series",
                "constraints": [
                    models.UniqueConstraint(name="documents_one_series", fields=["agency", "kind", "year"])
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicCheck",
            fields=[
                ("check_code", models.CharField(max_length=26, primary_key=True, serialize=False)),
                ("agency", models.CharField(max_length=40)),
                ("shown", models.JSONField()),
                ("dated", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
            ],
            options={"db_table": "documents_public_check"},
        ),
        row_security("documents_issued", person="person", case="case_id"),
        row_security("documents_number_series"),
        migrations.RunSQL(PUBLIC_CHECK, reverse_sql=PUBLIC_CHECK_BACK),
    ]
