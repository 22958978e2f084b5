"""Tables of how services are edited: editions, which are only ever added, drafts, and what the public says of a draft."""

from django.db import models
from django.db.models import F, Q


class Edition(models.Model):
    """
    One edition of a service's texts, as a deployment brought it (`folder`) or as officers published it (`desk`).

    The current one is that with the greatest number, whichever way it came.
    """

    id = models.UUIDField(primary_key=True)
    service = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    agency = models.CharField(max_length=60)
    files = models.JSONField()
    digest = models.CharField(max_length=64)
    origin = models.CharField(max_length=6)
    base = models.PositiveIntegerField(null=True)
    effects = models.JSONField()
    made_by = models.UUIDField(null=True)
    published_by = models.UUIDField(null=True)
    published_at = models.DateTimeField()

    class Meta:
        db_table = "catalogue_edition"
        indexes = [models.Index(fields=["-published_at", "service"], name="catalogue_edition_latest")]
        constraints = [
            models.UniqueConstraint(name="catalogue_edition_number", fields=["service", "number"]),
            models.CheckConstraint(
                name="catalogue_edition_four_eyes",
                condition=Q(origin="folder", made_by__isnull=True, published_by__isnull=True)
                | (Q(origin="desk", made_by__isnull=False, published_by__isnull=False) & ~Q(made_by=F("published_by"))),
            ),
        ]


class FolderEdition(models.Model):
    """The edition that a service's folder held when the pack was last loaded, or when it was found gone from the pack."""

    service = models.CharField(primary_key=True, max_length=60)
    number = models.PositiveIntegerField()
    loaded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "catalogue_folder_edition"


class Draft(models.Model):
    """
    A service's texts while its agency changes them: sound or not, every save is kept. A service has one at a time.

    `asked_by` has asked for publication; until it is withdrawn or sent back nothing changes. `opened_at` is when the public
    could first see it.
    """

    id = models.UUIDField(primary_key=True)
    service = models.CharField(max_length=60)
    agency = models.CharField(max_length=60)
    base = models.PositiveIntegerField()
    files = models.JSONField()
    state = models.CharField(max_length=9)
    version = models.PositiveIntegerField(default=0)
    started_by = models.UUIDField()
    started_at = models.DateTimeField()
    saved_by = models.UUIDField()
    saved_at = models.DateTimeField()
    asked_by = models.UUIDField(null=True)
    asked_at = models.DateTimeField(null=True)
    sent_back_by = models.UUIDField(null=True)
    sent_back_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    opened_at = models.DateTimeField(null=True)
    edition = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "catalogue_draft"
        constraints = [
            models.CheckConstraint(
                name="catalogue_draft_state_known",
                condition=Q(state__in=["open", "asked", "published", "dropped"]),
            ),
            models.CheckConstraint(
                name="catalogue_draft_asked_by_someone",
                condition=~Q(state="asked") | (Q(asked_by__isnull=False) & Q(asked_at__isnull=False)),
            ),
            models.UniqueConstraint(
                name="catalogue_draft_one_at_a_time", fields=["service"], condition=Q(state__in=["open", "asked"])
            ),
        ]


class Comment(models.Model):
    """What somebody said of a part of a public draft, and what its agency answered. Both stand in public."""

    id = models.UUIDField(primary_key=True)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE)
    part = models.CharField(max_length=80)
    name = models.CharField(max_length=80, blank=True)
    words = models.TextField()
    said_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    is_hidden = models.BooleanField(default=False)

    class Meta:
        db_table = "catalogue_comment"
        constraints = [
            models.CheckConstraint(
                name="catalogue_comment_answered_whole",
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True, is_hidden=False)
                | (~Q(answer="") & Q(answered_by__isnull=False) & Q(answered_at__isnull=False)),
            ),
        ]
