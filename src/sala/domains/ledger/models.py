"""
The ledger's tables. No row is ever updated; who may add and remove what stands in the first migration.

An entry, its salt and its waiting commitment are written by whoever acts; leaves, subtrees and checkpoints by the
sequencer alone.
"""

from django.db import models


class Entry(models.Model):
    """One thing that happened: ids, codes, times and amounts. `position` keeps the order within a transaction."""

    id = models.UUIDField(primary_key=True)
    position = models.BigIntegerField()
    kind = models.CharField(max_length=200)
    subject = models.UUIDField()
    agency = models.CharField(max_length=200)
    at = models.DateTimeField()
    body = models.JSONField()

    class Meta:
        db_table = "ledger_entry"
        constraints = [models.UniqueConstraint(fields=["subject", "position"], name="ledger_entry_by_subject")]


class Salt(models.Model):
    """The salt of an entry's commitment. Deleting it is the erasure: from then on the leaf says nothing."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="salt")
    salt = models.BinaryField()

    class Meta:
        db_table = "ledger_salt"


class Pending(models.Model):
    """An entry that waits for its place in the tree, with the commitment that will be its leaf."""

    position = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="pending")
    commitment = models.BinaryField()

    class Meta:
        db_table = "ledger_pending"


class Leaf(models.Model):
    """
    An entry's place in the tree, and the commitment that anyone may read there.

    Only a leaf made before commitments were kept, and erased since, has none.
    """

    index = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="leaf")
    leaf_hash = models.BinaryField()
    commitment = models.BinaryField(null=True)

    class Meta:
        db_table = "ledger_leaf"
        constraints = [models.CheckConstraint(condition=models.Q(index__gte=0), name="ledger_leaf_counts_from_zero")]


class Subtree(models.Model):
    """The hash of a perfect subtree of 256, 65,536, ... leaves, so that a proof reads few rows."""

    pk = models.CompositePrimaryKey("height", "index")
    height = models.SmallIntegerField()
    index = models.BigIntegerField()
    hash = models.BinaryField()

    class Meta:
        db_table = "ledger_subtree"


class Checkpoint(models.Model):
    """A signed note that states the tree's size and root."""

    tree_size = models.BigIntegerField(primary_key=True)
    note = models.TextField()
    signed_at = models.DateTimeField()

    class Meta:
        db_table = "ledger_checkpoint"
        constraints = [models.CheckConstraint(condition=models.Q(tree_size__gt=0), name="ledger_checkpoint_not_empty")]


class Access(models.Model):
    """One person's identity was shown once. The person may see the row, and so may the reader's agency."""

    id = models.UUIDField(primary_key=True)
    person = models.UUIDField()
    by_person = models.UUIDField(null=True)
    by_acting_for = models.UUIDField(null=True)
    by_system = models.CharField(max_length=200, null=True)
    agency = models.CharField(max_length=200, null=True)
    unit = models.CharField(max_length=200, null=True)
    role = models.CharField(max_length=200, null=True)
    session = models.UUIDField(null=True)
    purpose = models.CharField(max_length=200)
    through = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "ledger_access"
        constraints = [models.UniqueConstraint(fields=["person", "id"], name="ledger_access_by_person")]
