from django.db import migrations, models

from sala.domains.ledger.logic.entries import canonical_json, commit_to

AT_ONCE = 5000


def commit_again(apps, schema_editor):
    """Give every older leaf whose salt stands the commitment it was made from; an erased one has none to give."""
    leaves = apps.get_model("ledger", "Leaf").objects.select_related("entry__salt")
    rows = leaves.filter(commitment=None, entry__salt__isnull=False).order_by("index")
    with schema_editor.connection.cursor() as cursor:
        for leaf in rows.iterator(AT_ONCE):
            written = canonical_json(leaf.entry.id, leaf.entry, leaf.entry.body)
            commitment = commit_to(written, salt=bytes(leaf.entry.salt.salt))
            cursor.execute("UPDATE ledger_leaf SET commitment = %s WHERE index = %s", [commitment, leaf.index])


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [
        migrations.AddField("leaf", "commitment", models.BinaryField(null=True)),
        migrations.RunPython(commit_again, migrations.RunPython.noop),
        # NOT VALID: an entry changed before this stays for `sala ledger verify` to name, and does not stop an update.
        migrations.RunSQL(
            "ALTER TABLE ledger_leaf ADD CONSTRAINT ledger_leaf_hashes_its_commitment"
            " CHECK (leaf_hash = sha256('\\x00'::bytea || commitment)) NOT VALID",
            reverse_sql="ALTER TABLE ledger_leaf DROP CONSTRAINT ledger_leaf_hashes_its_commitment",
        ),
    ]
