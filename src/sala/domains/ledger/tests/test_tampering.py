"""Whoever owns the tables can change them, and is found out: the check names the first entry that is wrong."""

from pathlib import Path

import pytest

from sala.kernel.bilingual import LANGS

from .. import public as ledger
from ..logic.examining import EXPLANATIONS
from ..logic.notes import Checkpoint, sign_checkpoint
from .people import CASE, KEY, NOON, ORIGIN, OTHER_CASE, STRANGERS_KEY, Examine, Sequence, Tamper, entry_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def signed_ledger(transactional_db: None, sequence: Sequence) -> None:
    """Two checkpoints: entries 0 to 3 of one case, then 4 to 7 of another."""
    for subject in (CASE, OTHER_CASE):
        ledger.append_many([entry_of(number, subject=subject) for number in range(4)])
        sequence()


def fault_of(found: ledger.Examination) -> tuple[str, int] | None:
    return (found.fault.kind, found.fault.index) if found.fault else None


def entry_at(index: int) -> str:
    return f"(SELECT entry_id FROM ledger_leaf WHERE index = {index})"


def test_an_untouched_ledger_is_whole(signed_ledger: None, examine: Examine) -> None:
    found = examine()
    assert (found.fault, found.entries, found.checkpoints, found.waiting) == (None, 8, 2, 0)


@pytest.mark.parametrize(
    "change",
    [
        "body = '{\"number\": 99}'",
        "at = at + interval '1 microsecond'",
        "agency = 'other-city'",
        "kind = 'case.refused'",
        f"subject = '{OTHER_CASE}', position = position + 1000",
    ],
)
def test_a_changed_entry_is_named(signed_ledger: None, examine: Examine, tamper: Tamper, change: str) -> None:
    tamper(f"UPDATE ledger_entry SET {change} WHERE id = {entry_at(2)}")
    assert fault_of(examine()) == ("entry-changed", 2)


def test_two_entries_that_changed_places_are_named(signed_ledger: None, examine: Examine, tamper: Tamper) -> None:
    tamper(
        "ALTER TABLE ledger_leaf DROP CONSTRAINT ledger_leaf_entry_id_key",
        "UPDATE ledger_leaf l SET entry_id = o.entry_id FROM ledger_leaf o"
        " WHERE l.index IN (1, 5) AND o.index = 6 - l.index",
        "ALTER TABLE ledger_leaf ADD CONSTRAINT ledger_leaf_entry_id_key UNIQUE (entry_id)",
    )
    assert fault_of(examine()) == ("entry-changed", 1)


def test_leaves_swapped_within_a_batch_are_named(signed_ledger: None, examine: Examine, tamper: Tamper) -> None:
    swap(tamper, 5, 6)
    assert fault_of(examine()) == ("leaf-moved", 5)


def test_leaves_swapped_between_batches_name_the_first_batch(
    signed_ledger: None, examine: Examine, tamper: Tamper
) -> None:
    swap(tamper, 3, 4)
    assert fault_of(examine()) == ("root-differs", 0)


def swap(tamper: Tamper, one: int, other: int) -> None:
    for was, becomes in ((one, 1000), (other, one), (1000, other)):
        tamper(f"UPDATE ledger_leaf SET index = {becomes} WHERE index = {was}")


def remove(tamper: Tamper, index: int) -> None:
    tamper(
        f"CREATE TEMPORARY TABLE gone AS SELECT entry_id FROM ledger_leaf WHERE index = {index}",
        "DELETE FROM ledger_leaf WHERE entry_id IN (TABLE gone)",
        "DELETE FROM ledger_salt WHERE entry_id IN (TABLE gone)",
        "DELETE FROM ledger_entry WHERE id IN (TABLE gone)",
        "DROP TABLE gone",
    )


def test_an_entry_removed_from_the_middle_is_missed(signed_ledger: None, examine: Examine, tamper: Tamper) -> None:
    remove(tamper, 2)
    assert fault_of(examine()) == ("leaf-missing", 2)


def test_the_last_entry_removed_is_missed(signed_ledger: None, examine: Examine, tamper: Tamper) -> None:
    remove(tamper, 7)
    assert fault_of(examine()) == ("leaf-missing", 7)


def test_an_end_cut_off_with_its_checkpoint_is_missed(signed_ledger: None, examine: Examine, tamper: Tamper) -> None:
    for index in (7, 6, 5, 4):
        remove(tamper, index)
    tamper("DELETE FROM ledger_checkpoint WHERE tree_size = 8")
    assert fault_of(examine()) == ("leaf-missing", 4)


def test_a_rewritten_past_is_not_what_the_file_remembers(
    signed_ledger: None, examine: Examine, tamper: Tamper, remembered: Path
) -> None:
    kept = remembered.read_text("utf-8")
    tamper("TRUNCATE ledger_entry CASCADE", "TRUNCATE ledger_checkpoint, ledger_subtree")
    ledger.append_many([entry_of(number, word="forged") for number in range(8)])
    remembered.unlink()
    ledger.sequence(key=KEY, origin=ORIGIN, remembered_in=remembered, at=NOON)
    remembered.write_text(kept, "utf-8")
    assert fault_of(examine()) == ("root-differs", 0)


def test_a_destroyed_salt_without_a_recorded_erasure_is_named(
    signed_ledger: None, examine: Examine, tamper: Tamper
) -> None:
    tamper(f"DELETE FROM ledger_salt WHERE entry_id = {entry_at(4)}")
    assert fault_of(examine()) == ("salt-missing", 4)


def test_a_published_commitment_that_was_changed_is_named(
    signed_ledger: None, examine: Examine, tamper: Tamper
) -> None:
    rule = "CONSTRAINT ledger_leaf_hashes_its_commitment"
    tamper(
        f"ALTER TABLE ledger_leaf DROP {rule}",
        "UPDATE ledger_leaf SET commitment = decode(repeat('00', 32), 'hex') WHERE index = 5",
        f"ALTER TABLE ledger_leaf ADD {rule} CHECK (leaf_hash = sha256('\\x00'::bytea || commitment)) NOT VALID",
    )
    assert fault_of(examine()) == ("commitment-differs", 5)


def test_an_entry_that_would_never_be_signed_is_named(signed_ledger: None, examine: Examine, tamper: Tamper) -> None:
    stray = ledger.append(entry_of(9))
    tamper("DELETE FROM ledger_pending")
    found = examine()
    assert fault_of(found) == ("entry-unsequenced", 8)
    assert found.fault is not None
    assert found.fault.entry == stray


def test_a_leaf_that_nothing_signs_is_named(signed_ledger: None, examine: Examine, tamper: Tamper) -> None:
    tamper("DELETE FROM ledger_checkpoint WHERE tree_size = 8")
    assert fault_of(examine()) == ("leaf-unsigned", 4)


def test_a_checkpoint_of_a_stranger_is_named(
    signed_ledger: None, examine: Examine, tamper: Tamper, remembered: Path
) -> None:
    tamper("DELETE FROM ledger_leaf WHERE index > 3", "DELETE FROM ledger_checkpoint WHERE tree_size = 8")
    remembered.unlink()
    forged = sign_checkpoint(Checkpoint(ORIGIN, 4, bytes(32)), STRANGERS_KEY)
    tamper(f"UPDATE ledger_checkpoint SET note = '{forged}' WHERE tree_size = 4")
    assert fault_of(examine()) == ("checkpoint-forged", 4)


def test_a_changed_subtree_is_named(examine: Examine, sequence: Sequence, tamper: Tamper) -> None:
    ledger.append_many([entry_of(number) for number in range(300)])
    sequence()
    tamper("UPDATE ledger_subtree SET hash = decode(repeat('00', 32), 'hex')")
    assert fault_of(examine()) == ("subtree-differs", 255)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ledger_leaf SET leaf_hash = decode(repeat('00', 32), 'hex'), commitment = NULL WHERE index = 7",
        "DELETE FROM ledger_leaf WHERE index = 7",
        "DELETE FROM ledger_checkpoint WHERE tree_size = 8",
        "UPDATE ledger_checkpoint SET note = replace(note, ' ', '') WHERE tree_size = 8",
    ],
)
def test_the_sequencer_signs_nothing_on_top_of_a_changed_tree(
    signed_ledger: None, sequence: Sequence, tamper: Tamper, change: str
) -> None:
    tamper(change)
    ledger.append(entry_of(9))
    with pytest.raises(ledger.LedgerTampered):
        sequence()
    assert ledger.count_unsigned_entries() == 1


def test_the_sequencer_does_not_go_on_from_a_ledger_put_back_in_time(
    signed_ledger: None, sequence: Sequence, tamper: Tamper
) -> None:
    tamper("DELETE FROM ledger_leaf WHERE index > 3", "DELETE FROM ledger_checkpoint WHERE tree_size = 8")
    ledger.append(entry_of(9))
    with pytest.raises(ledger.LedgerTampered):
        sequence()


def test_a_file_one_checkpoint_behind_is_no_fault(
    signed_ledger: None, sequence: Sequence, examine: Examine, remembered: Path
) -> None:
    before = remembered.read_text("utf-8")
    ledger.append(entry_of(9))
    sequence()
    remembered.write_text(before, "utf-8")
    ledger.append(entry_of(10))
    assert sequence() is not None
    assert examine().fault is None


def test_every_fault_is_explained_in_both_languages() -> None:
    assert all(explanation[lang] for explanation in EXPLANATIONS.values() for lang in LANGS)
