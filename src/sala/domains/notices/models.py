"""The table of notices: every message word for word, sealed with its case's data key."""

from django.db import models
from django.db.models import Q


class Notice(models.Model):
    """One message about one case. `address` is empty where the person gave none."""

    id = models.UUIDField(primary_key=True)
    about = models.UUIDField()
    agency = models.CharField(max_length=40)
    person = models.UUIDField(null=True)
    template = models.CharField(max_length=30)
    lang = models.CharField(max_length=2)
    subject = models.BinaryField()
    body = models.BinaryField()
    address = models.BinaryField()
    state = models.CharField(max_length=6)
    attempts = models.SmallIntegerField(default=0)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notices_notice"
        indexes = [models.Index(name="notices_about", fields=["about", "id"])]
        constraints = [
            models.CheckConstraint(
                name="notices_state_known", condition=Q(state__in=["queued", "sent", "failed", "kept"])
            ),
            models.CheckConstraint(name="notices_sent_has_time", condition=~Q(state="sent") | Q(sent_at__isnull=False)),
            models.CheckConstraint(
                name="notices_failed_has_time", condition=~Q(state="failed") | Q(failed_at__isnull=False)
            ),
        ]
