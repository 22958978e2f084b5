"""The table of simulations: what was asked, how far it has come, and the sums that were found."""

from django.db import models
from django.db.models import Q


class SimulationRow(models.Model):
    """
    One simulation. `asked` comes with the form, so that a form sent twice starts one; `findings` hold sums only.

    `done` and `total` count persons of the phase that runs.
    """

    id = models.UUIDField(primary_key=True)
    agency = models.CharField(max_length=60)
    made_by = models.UUIDField()
    asked = models.UUIDField()
    name = models.CharField(max_length=120, blank=True)
    plan = models.JSONField()
    state = models.CharField(max_length=7)
    phase = models.CharField(max_length=10, blank=True)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    findings = models.JSONField(null=True)
    failure = models.JSONField(null=True)
    made_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "law_simulation"
        indexes = [models.Index(name="law_simulation_newest", fields=["agency", "-id"])]
        constraints = [
            models.UniqueConstraint(name="law_simulation_asked_once", fields=["made_by", "asked"]),
            models.CheckConstraint(
                name="law_simulation_state_known", condition=Q(state__in=["waiting", "running", "done", "failed"])
            ),
            models.CheckConstraint(
                name="law_simulation_phase_known", condition=Q(phase__in=["", "population", "counting"])
            ),
            models.CheckConstraint(
                name="law_simulation_done_has_findings",
                condition=Q(state="done", findings__isnull=False) | (~Q(state="done") & Q(findings__isnull=True)),
            ),
            models.CheckConstraint(
                name="law_simulation_failed_says_why",
                condition=Q(state="failed", failure__isnull=False) | (~Q(state="failed") & Q(failure__isnull=True)),
            ),
            models.CheckConstraint(
                name="law_simulation_ended_has_time",
                condition=Q(state__in=["done", "failed"], finished_at__isnull=False)
                | Q(state__in=["waiting", "running"], finished_at__isnull=True),
            ),
            models.CheckConstraint(
                name="law_simulation_progress_within", condition=Q(done__gte=0) & Q(done__lte=models.F("total"))
            ),
        ]
