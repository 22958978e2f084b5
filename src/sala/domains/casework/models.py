"""Tables of casework. A case is a draft until it is received; its answers are sealed with its own data key."""

from django.db import models
from django.db.models import Q

from sala.infra.models import DataKey


class Release(models.Model):
    """A service's declaration, words and law as one digest names them; stored once, never changed."""

    digest = models.CharField(primary_key=True, max_length=64)
    service = models.CharField(max_length=80)
    declaration = models.JSONField()
    stored_at = models.DateTimeField()

    class Meta:
        db_table = "casework_release"


class Case(models.Model):
    """One application, notification or report, from the first page to its end."""

    id = models.UUIDField(primary_key=True)
    service = models.CharField(max_length=80)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, db_index=False)
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False)
    agency = models.CharField(max_length=40, blank=True)
    applicant = models.UUIDField(null=True)
    code_hash = models.CharField(max_length=64, blank=True, db_index=True)
    lang = models.CharField(max_length=2)
    state = models.CharField(max_length=8)
    step = models.CharField(max_length=60, blank=True)
    version = models.IntegerField(default=0)
    serial = models.BigIntegerField(null=True)
    known = models.BinaryField()
    answers = models.BinaryField()
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=20, blank=True)

    class Meta:
        db_table = "casework_case"
        constraints = [
            models.CheckConstraint(
                name="case_state_known",
                condition=Q(state__in=["draft", "open", "waiting", "closed"]),
            ),
            models.CheckConstraint(
                name="case_received_has_number",
                condition=Q(state="draft") | (Q(serial__isnull=False) & Q(received_at__isnull=False) & ~Q(agency="")),
            ),
            models.CheckConstraint(
                name="case_closed_has_result",
                condition=~Q(state="closed") | (Q(closed_at__isnull=False) & ~Q(result="")),
            ),
            models.CheckConstraint(
                name="case_is_somebodys",
                condition=Q(applicant__isnull=False) | ~Q(code_hash=""),
            ),
            models.UniqueConstraint(
                name="case_one_draft_per_person_and_service",
                fields=["applicant", "service"],
                condition=Q(state="draft"),
            ),
            models.UniqueConstraint(name="case_serial_unique", fields=["serial"]),
        ]
        indexes = [
            models.Index(
                name="case_inbox", fields=["agency", "due_on", "id"], condition=~Q(state__in=["draft", "closed"])
            ),
            models.Index(name="case_of_applicant", fields=["applicant", "-started_at"]),
        ]


class Line(models.Model):
    """One line of a case's account: what happened, who did it, what it did to the legal clock. Only ever added."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    at = models.DateTimeField()
    kind = models.CharField(max_length=30)
    role = models.CharField(max_length=40, blank=True)
    clock = models.CharField(max_length=7, blank=True)
    day = models.DateField(null=True)
    due_on = models.DateField(null=True)
    provision = models.CharField(max_length=80, blank=True)

    class Meta:
        db_table = "casework_line"
        constraints = [
            models.CheckConstraint(
                name="line_clock_known", condition=Q(clock__in=["", "start", "stop", "resume", "restart", "end"])
            )
        ]


class Correction(models.Model):
    """The one request to mend an application; the case has at most one."""

    case = models.OneToOneField(Case, primary_key=True, on_delete=models.PROTECT)
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField()
    items = models.BinaryField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "casework_correction"


class Decision(models.Model):
    """What was decided, once: by whom, on what facts, by which law, and the reasons word for word."""

    case = models.OneToOneField(Case, primary_key=True, on_delete=models.PROTECT)
    outcome = models.CharField(max_length=60)
    result = models.CharField(max_length=20)
    decided_at = models.DateTimeField()
    decided_by = models.UUIDField()
    role = models.CharField(max_length=40)
    as_of = models.DateField()
    reasons = models.BinaryField()

    class Meta:
        db_table = "casework_decision"


class Attachment(models.Model):
    """A file's content, sealed with the case's data key; its name and kind stand with the answers."""

    id = models.UUIDField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE)
    content = models.BinaryField()
    added_at = models.DateTimeField()

    class Meta:
        db_table = "casework_attachment"
