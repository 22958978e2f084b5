"""Tables of organisations. They are public reference data, the same for every agency, so no row is hidden."""

from django.db import models


class AgencyRow(models.Model):
    """One agency or local authority of the pack. One that left it is retired, never deleted: old cases name it."""

    code = models.CharField(primary_key=True, max_length=60)
    name_th = models.TextField()
    name_en = models.TextField()
    short_th = models.TextField(blank=True)
    short_en = models.TextField(blank=True)
    kind = models.CharField(max_length=40)
    parent = models.CharField(max_length=60, null=True)
    province = models.CharField(max_length=2, null=True)
    is_local = models.BooleanField()
    phone = models.TextField(blank=True)
    url = models.TextField(blank=True)
    loaded_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "organisations_agency"


class LocalAreaRow(models.Model):
    """A sub-district, or one village of it (`moo`), that a local authority serves. `moo` 0 is every other village."""

    id = models.BigAutoField(primary_key=True)
    sub_district = models.CharField(max_length=6)
    moo = models.SmallIntegerField(default=0)
    authority = models.ForeignKey(AgencyRow, on_delete=models.CASCADE, related_name="local_areas")

    class Meta:
        db_table = "organisations_local_area"
        constraints = [
            models.UniqueConstraint(fields=["sub_district", "moo"], name="organisations_one_authority_per_place"),
        ]
