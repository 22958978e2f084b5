"""Tables of documents: what was issued, the series its number comes from, and what anyone may check."""

from django.db import models
from django.db.models import Q


class IssuedDocument(models.Model):
    """One document. `content` is sealed and emptied once `pdf`, sealed too, holds it word for word."""

    id = models.UUIDField(primary_key=True)
    case_id = models.UUIDField()
    agency = models.CharField(max_length=40)
    service = models.CharField(max_length=80)
    person = models.UUIDField(null=True)
    kind = models.CharField(max_length=60)
    title = models.JSONField()
    year = models.SmallIntegerField(null=True)
    running = models.IntegerField(null=True)
    number = models.CharField(max_length=60, blank=True)
    check_code = models.CharField(max_length=26)
    state = models.CharField(max_length=7)
    public = models.JSONField()
    content = models.BinaryField()
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64, blank=True)
    dated = models.DateTimeField()
    issued_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "documents_issued"
        constraints = [
            models.UniqueConstraint(name="documents_number_given_once", fields=["agency", "kind", "year", "running"]),
            models.UniqueConstraint(name="documents_check_code_unique", fields=["check_code"]),
            models.UniqueConstraint(
                name="documents_one_standing_of_a_kind", fields=["case_id", "kind"], condition=~Q(state="revoked")
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
        ]


class NumberSeries(models.Model):
    """The last number given in one agency's series of a kind and a Buddhist year; its row lock keeps gaps away."""

    agency = models.CharField(max_length=40)
    kind = models.CharField(max_length=60)
    year = models.SmallIntegerField()
    last = models.IntegerField()

    class Meta:
        db_table = "documents_number_series"
        constraints = [models.UniqueConstraint(name="documents_one_series", fields=["agency", "kind", "year"])]


class PublicCheck(models.Model):
    """What anyone with the check code may learn. Readable by all; written only by the agency."""

    check_code = models.CharField(primary_key=True, max_length=26)
    agency = models.CharField(max_length=40)
    shown = models.JSONField()
    dated = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "documents_public_check"
