"""The demonstration registers' table."""

from django.db import models


class FactRow(models.Model):
    """One fact of one person in one register, encrypted with the person's own data key. `agency` owns the register."""

    id = models.UUIDField(primary_key=True)
    person = models.UUIDField()
    register = models.CharField(max_length=60)
    fact = models.CharField(max_length=60)
    agency = models.CharField(max_length=60)
    sealed = models.BinaryField()

    class Meta:
        db_table = "registries_fact"
        constraints = [
            models.UniqueConstraint(fields=["person", "register", "fact"], name="registries_fact_known_once"),
        ]
