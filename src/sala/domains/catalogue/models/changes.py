"""What changed in what the state offers: public, the same for every agency, so no row is hidden; never altered."""

from django.db import models


class ChangeRow(models.Model):
    """
    One service that appeared, changed or was withdrawn, under the name and path that it then bore in public.

    `digest` is that of its declaration and its pages of words; empty where it was withdrawn.
    """

    id = models.UUIDField(primary_key=True)
    service = models.CharField(max_length=60)
    kind = models.CharField(max_length=9)
    path = models.CharField(max_length=60)
    name_th = models.TextField()
    name_en = models.TextField()
    digest = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "catalogue_change"
        indexes = [
            models.Index(fields=["service", "-at"], name="catalogue_change_of_service"),
            models.Index(fields=["-at", "service"], name="catalogue_change_latest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="withdrawn", digest="") | models.Q(kind__in=("new", "changed"), digest__gt=""),
                name="catalogue_change_of_known_kind",
            ),
            models.UniqueConstraint(fields=["service", "at"], name="catalogue_one_change_at_a_time"),
        ]
