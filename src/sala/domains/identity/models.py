"""Tables of identity: people, their accounts and posts, and the sign-ins that stand open."""

from django.db import models


class PersonRow(models.Model):
    """One person. The number is encrypted with their own data key and found by its blind index."""

    id = models.UUIDField(primary_key=True)
    number_sealed = models.BinaryField()
    number_index = models.BinaryField(unique=True)
    known_since = models.DateTimeField()

    class Meta:
        db_table = "identity_person"


class AccountRow(models.Model):
    """One way for one person to sign in: an identity provider and its own name for them."""

    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(PersonRow, on_delete=models.PROTECT, related_name="accounts")
    provider = models.CharField(max_length=40)
    subject = models.CharField(max_length=200)
    opened_at = models.DateTimeField()
    suspended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "identity_account"
        constraints = [
            models.UniqueConstraint(fields=["provider", "subject"], name="identity_account_one_per_subject"),
        ]


class PostRow(models.Model):
    """An officer's post in an agency, during a half-open period of days."""

    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(PersonRow, on_delete=models.PROTECT, related_name="posts")
    agency = models.CharField(max_length=60)
    unit = models.CharField(max_length=60)
    role = models.CharField(max_length=60)
    held_from = models.DateField()
    held_until = models.DateField(null=True)

    class Meta:
        db_table = "identity_post"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(held_until__isnull=True) | models.Q(held_until__gte=models.F("held_from")),
                name="identity_post_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["person", "agency", "unit", "role"],
                condition=models.Q(held_until__isnull=True),
                name="identity_post_held_once",
            ),
        ]


class GrantRow(models.Model):
    """One action a post allows on one service, or on every service of its agency (`*`)."""

    id = models.UUIDField(primary_key=True)
    post = models.ForeignKey(PostRow, on_delete=models.CASCADE, related_name="grants")
    person = models.ForeignKey(PersonRow, on_delete=models.PROTECT, related_name="+")
    agency = models.CharField(max_length=60)
    action = models.CharField(max_length=60)
    service = models.CharField(max_length=60, default="*")

    class Meta:
        db_table = "identity_grant"
        constraints = [
            models.UniqueConstraint(fields=["post", "action", "service"], name="identity_grant_given_once"),
        ]


class SessionRow(models.Model):
    """
    One sign-in. Only the digest of its token is stored, so a copy of this table lets nobody in.

    It ends when idle too long, at its latest moment, or when somebody ends it; whichever comes first.
    """

    id = models.UUIDField(primary_key=True)
    digest = models.BinaryField(unique=True)
    account = models.ForeignKey(AccountRow, on_delete=models.CASCADE, related_name="sessions")
    person = models.ForeignKey(PersonRow, on_delete=models.PROTECT, related_name="sessions")
    post = models.ForeignKey(PostRow, on_delete=models.PROTECT, null=True, related_name="sessions")
    identity_level = models.SmallIntegerField()
    authentication_level = models.SmallIntegerField()
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "identity_session"


class KeptFormRow(models.Model):
    """What a person was sending when their sign-in had expired, encrypted with their own data key."""

    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(PersonRow, on_delete=models.CASCADE, related_name="kept_forms")
    path = models.TextField()
    fields_sealed = models.BinaryField()
    kept_until = models.DateTimeField()

    class Meta:
        db_table = "identity_kept_form"
        indexes = [models.Index(fields=["kept_until"], name="identity_kept_form_until")]


class DemonstrationCodeRow(models.Model):
    """A code that the demonstration provider gave out and has not been handed back yet. Used once, then gone."""

    digest = models.BinaryField(primary_key=True)
    subject = models.CharField(max_length=60)
    challenge = models.CharField(max_length=60)
    nonce = models.CharField(max_length=60)
    return_address = models.TextField()
    valid_until = models.DateTimeField()

    class Meta:
        db_table = "identity_demonstration_code"
