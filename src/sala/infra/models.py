"""Tables of the plumbing: wrapped data keys, answers kept for repeated POSTs, counters for rate limits."""

from django.db import models


class DataKey(models.Model):
    """The wrapped key of one case or one person. Destroying this row erases what it encrypts."""

    subject = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()
    key_id = models.CharField(max_length=32)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "infra_data_key"


class KeptAnswer(models.Model):
    """The answer to a POST that named an Idempotency-Key; kept 24 hours."""

    digest = models.CharField(primary_key=True, max_length=64)
    body_digest = models.CharField(max_length=64)
    status = models.SmallIntegerField()
    location = models.TextField(blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    body = models.BinaryField()
    kept_until = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "infra_kept_answer"


class RateWindow(models.Model):
    """How often something happened in one window of time. The table is unlogged: a crash forgets it."""

    key = models.CharField(primary_key=True, max_length=64)
    count = models.IntegerField()
    until = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "infra_rate_window"
