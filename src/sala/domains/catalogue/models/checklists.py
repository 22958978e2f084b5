"""What a person has ticked on their way through a moment of life."""

from django.db import models
from django.db.models import Q


class Mark(models.Model):
    """
    One step or one paper that a person has marked. What is not marked has no row.

    `name` is a service's name in public, so that a discreet one stays discreet, or a paper's id.
    """

    person = models.UUIDField()
    life_event = models.CharField(max_length=60)
    kind = models.CharField(max_length=7)
    name = models.CharField(max_length=60)
    state = models.CharField(max_length=8)
    marked_at = models.DateTimeField()

    class Meta:
        db_table = "catalogue_mark"
        constraints = [
            models.UniqueConstraint(name="catalogue_marked_once", fields=["person", "life_event", "kind", "name"]),
            models.CheckConstraint(
                name="catalogue_mark_known",
                condition=Q(kind="service", state__in=["done", "not-mine"]) | Q(kind="paper", state="done"),
            ),
        ]
