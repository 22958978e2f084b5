"""The sequencer gives every entry a place, signs what it placed, and proofs hold against what it signed."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Thread

import psycopg
import pytest
from django.db import connection, transaction

from sala.infra import postgres, tenancy

from .. import operations
from .. import public as ledger
from ..logic.entries import canonical_json, commit_to
from ..logic.notes import is_signed, read_checkpoint
from ..logic.proofs import proves_consistency, proves_inclusion
from ..logic.tree import Frontier, hash_leaf
from ..models import Leaf
from .people import CASE, KEY, NOON, ORIGIN, Examine, Sequence, entry_of

pytestmark = pytest.mark.django_db


def append(count: int) -> None:
    ledger.append_many([entry_of(number) for number in range(count)])


def test_nothing_new_is_not_signed_again(sequence: Sequence) -> None:
    append(1)
    assert sequence() is not None
    assert sequence() is None


def test_a_checkpoint_is_signed_stored_and_remembered(sequence: Sequence, remembered: Path) -> None:
    append(3)
    signed = sequence()
    assert signed is not None
    assert signed == ledger.find_latest_checkpoint()
    assert is_signed(signed.note, name=ORIGIN, key=KEY.public_key())
    assert remembered.read_text("utf-8") == signed.note
    said = read_checkpoint(signed.note)
    assert said is not None
    assert (said.origin, said.size, said.root) == (ORIGIN, 3, signed.root)


def test_entries_show_their_places_once_they_have_one(sequence: Sequence) -> None:
    append(2)
    tenancy.enter(agency="city-example")
    assert [item.index for item in ledger.list_entries(subject=CASE).items] == [None, None]
    sequence()
    assert [item.index for item in ledger.list_entries(subject=CASE).items] == [0, 1]
    assert ledger.count_unsigned_entries() == 0


def test_a_long_queue_takes_several_checkpoints(sequence: Sequence, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "BATCH", 4)
    append(10)
    sizes = [signed.tree_size for signed in (sequence(), sequence(), sequence()) if signed]
    assert sizes == [4, 8, 10]


def test_a_ledger_keeps_its_name_when_the_address_changes(sequence: Sequence, remembered: Path) -> None:
    append(1)
    sequence()
    append(1)
    signed = ledger.sequence(key=KEY, origin="elsewhere.example/ledger", remembered_in=remembered, at=NOON)
    assert signed is not None
    assert signed.note.startswith(ORIGIN)


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 600])
def test_every_entry_tried_is_proven_to_be_in_the_tree(sequence: Sequence, size: int) -> None:
    ids = ledger.append_many([entry_of(number) for number in range(size)])
    sequence()
    tenancy.enter(agency="city-example")
    for index in {0, size // 2, size - 1}:
        proof = ledger.prove_inclusion(entry=ids[index])
        assert proof.index == index
        root, path = proof.checkpoint.root, proof.path
        assert proves_inclusion(index=index, size=size, leaf_hash=proof.leaf_hash, path=path, root=root)


def test_an_outsider_recomputes_the_leaf_from_the_entry_and_its_salt(sequence: Sequence) -> None:
    ledger.append(entry_of(outcome="approve"))
    sequence()
    tenancy.enter(agency="city-example")
    (entry,) = ledger.list_entries(subject=CASE).items
    proof = ledger.prove_inclusion(entry=entry.id)
    assert proof.salt is not None
    written = canonical_json(entry.id, entry, entry.body)
    assert hash_leaf(commit_to(written, salt=proof.salt)) == proof.leaf_hash


def test_growth_between_checkpoints_is_proven(sequence: Sequence) -> None:
    signed = []
    for count in (3, 300, 1):
        append(count)
        signed.append(sequence())
    old, _, new = signed
    assert old is not None
    assert new is not None
    path = ledger.prove_consistency(old_size=3, new_size=304).path
    assert proves_consistency(old_size=3, new_size=304, old_root=old.root, new_root=new.root, path=path)


def test_there_is_no_proof_before_a_checkpoint(sequence: Sequence) -> None:
    id_ = ledger.append(entry_of())
    with pytest.raises(ledger.EntryNotSequenced):
        ledger.prove_inclusion(entry=id_)
    with pytest.raises(ledger.NoSuchTree):
        ledger.prove_consistency(old_size=1, new_size=1)


def test_an_erased_subject_leaves_a_ledger_that_still_holds(sequence: Sequence, examine: Examine) -> None:
    append(3)
    sequence()
    tenancy.enter(agency="city-example")
    assert ledger.destroy_salts(subject=CASE, agency="city-example", at=NOON) == 3
    sequence()
    found = examine()
    assert (found.fault, found.entries, found.erased) == (None, 4, 3)


def test_an_empty_ledger_is_whole(examine: Examine) -> None:
    assert examine() == ledger.Examination(entries=0, erased=0, waiting=0, checkpoints=0, fault=None)


@pytest.mark.django_db(transaction=True)
def test_an_entry_that_commits_late_is_late_not_lost(sequence: Sequence, examine: Examine) -> None:
    name = connection.settings_dict["NAME"]
    with psycopg.connect(postgres.url("sala_app"), dbname=name) as slow:
        row = operations._row_of(entry_of(1))
        slow.execute(operations.APPEND, [[value] for value in row])
        append(1)
        early = sequence()
        slow.commit()
    late = sequence()
    assert early is not None
    assert late is not None
    assert (early.tree_size, late.tree_size) == (1, 2)
    assert examine().fault is None


@pytest.mark.django_db(transaction=True)
def test_a_second_sequencer_waits_its_turn(sequence: Sequence) -> None:
    append(1)
    name = connection.settings_dict["NAME"]
    with psycopg.connect(postgres.url("sala_app"), dbname=name) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [operations.SEQUENCER_LOCK])
        assert sequence() is None
        other.rollback()
    assert sequence() is not None


@pytest.mark.django_db(transaction=True)
def test_two_sequencers_give_every_entry_one_place(
    sequence: Sequence, examine: Examine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "BATCH", 3)
    ids = ledger.append_many([entry_of(number) for number in range(60)])

    def work() -> None:
        while ledger.count_unsigned_entries():
            sequence()
        connection.close()

    both = [Thread(target=work) for _ in range(2)]
    for sequencer in both:
        sequencer.start()
    for sequencer in both:
        sequencer.join()
    placed = Leaf.objects.order_by("index").values_list("entry_id", flat=True)
    assert list(placed) == list(ids)
    assert examine().fault is None


@pytest.mark.django_db(transaction=True)
def test_a_clock_set_backwards_changes_no_order(sequence: Sequence, examine: Examine, remembered: Path) -> None:
    first = ledger.append(entry_of(0))
    sequence()
    earlier = NOON - timedelta(days=400)
    second = ledger.append(replace(entry_of(1), at=earlier))
    signed = ledger.sequence(key=KEY, origin=ORIGIN, remembered_in=remembered, at=earlier)
    assert second < first  # an id begins with its moment
    assert signed == ledger.find_latest_checkpoint()
    tenancy.enter(agency="city-example")
    assert list(Leaf.objects.order_by("index").values_list("entry_id", flat=True)) == [first, second]
    assert examine().fault is None
    assert sequence() is None


@pytest.mark.django_db(transaction=True)
def test_a_crash_before_commit_leaves_the_queue_as_it_was(sequence: Sequence, examine: Examine) -> None:
    append(2)
    with pytest.raises(RuntimeError), transaction.atomic():
        operations._add_leaves(Frontier(), operations._take_pending())
        raise RuntimeError
    assert ledger.count_unsigned_entries() == 2
    sequence()
    assert examine().fault is None
