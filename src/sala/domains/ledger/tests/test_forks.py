"""A process that saw a checkpoint knows when another past stands in its place, whoever signed it."""

from pathlib import Path

import pytest

from .. import public as ledger
from ..logic.notes import Checkpoint, sign_checkpoint
from .people import KEY, NOON, ORIGIN, STRANGERS_KEY, Examine, Sequence, Tamper, entry_of

pytestmark = pytest.mark.django_db(transaction=True)

PUT_BACK = ("DELETE FROM ledger_leaf WHERE index > 3", "DELETE FROM ledger_checkpoint WHERE tree_size > 4")


@pytest.fixture
def memory(transactional_db: None, sequence: Sequence) -> ledger.Memory:
    """What a process remembers that saw a ledger of four entries grow to eight."""
    memory = ledger.Memory()
    for start in (0, 4):
        ledger.append_many([entry_of(number) for number in range(start, start + 4)])
        sequence()
        assert fork_seen_with(memory) is None
    return memory


def fork_seen_with(memory: ledger.Memory) -> ledger.Fork | None:
    return ledger.find_fork(memory=memory, key=KEY.public_key)


def sign_anew(remembered: Path, *words: str) -> None:
    """Go on with the true key, as one who holds it and has lost, or hidden, what was signed before."""
    remembered.unlink(missing_ok=True)
    ledger.append_many([entry_of(word=word) for word in words])
    assert ledger.sequence(key=KEY, origin=ORIGIN, remembered_in=remembered, at=NOON) is not None


def test_a_ledger_that_grows_is_no_fork(memory: ledger.Memory, sequence: Sequence) -> None:
    ledger.append(entry_of(9))
    sequence()
    assert fork_seen_with(memory) is None
    assert memory.seen == ledger.find_latest_checkpoint()


def test_a_database_put_back_in_time_is_a_fork(memory: ledger.Memory, tamper: Tamper) -> None:
    tamper(*PUT_BACK)
    fork = fork_seen_with(memory)
    assert fork is not None
    assert fork.kept is not None
    assert fork.shown is not None
    assert (fork.kept.tree_size, fork.shown.tree_size) == (8, 4)


@pytest.mark.parametrize("words", [("other",) * 2, ("other",) * 4, ("other",) * 9])
def test_a_fork_after_a_restore_is_seen_although_it_is_whole_and_truly_signed(
    memory: ledger.Memory, examine: Examine, tamper: Tamper, remembered: Path, words: tuple[str, ...]
) -> None:
    tamper(
        "TRUNCATE ledger_pending",
        "DELETE FROM ledger_salt WHERE entry_id IN (SELECT entry_id FROM ledger_leaf WHERE index > 3)",
        "CREATE TEMPORARY TABLE gone AS SELECT entry_id FROM ledger_leaf WHERE index > 3",
        *PUT_BACK,
        "DELETE FROM ledger_entry WHERE id IN (TABLE gone)",
    )
    sign_anew(remembered, *words)
    assert examine().fault is None
    assert fork_seen_with(memory) is not None


def test_an_emptied_ledger_is_a_fork(memory: ledger.Memory, tamper: Tamper) -> None:
    tamper("TRUNCATE ledger_entry CASCADE", "TRUNCATE ledger_checkpoint, ledger_subtree")
    fork = fork_seen_with(memory)
    assert fork is not None
    assert fork.shown is None


def test_a_fork_is_told_until_the_true_ledger_is_back(memory: ledger.Memory, tamper: Tamper) -> None:
    tamper(
        "CREATE TEMPORARY TABLE kept_away AS TABLE ledger_checkpoint",
        "DELETE FROM ledger_checkpoint WHERE tree_size = 8",
    )
    assert fork_seen_with(memory) is not None
    assert fork_seen_with(memory) is not None
    tamper("INSERT INTO ledger_checkpoint SELECT * FROM kept_away WHERE tree_size = 8")
    assert fork_seen_with(memory) is None


def test_a_checkpoint_that_a_stranger_signed_is_a_fork(memory: ledger.Memory, tamper: Tamper) -> None:
    said = Checkpoint(ORIGIN, 8, memory.seen.root if memory.seen else b"")
    tamper(f"UPDATE ledger_checkpoint SET note = '{sign_checkpoint(said, STRANGERS_KEY)}' WHERE tree_size = 8")
    assert fork_seen_with(memory) is not None


def test_a_process_that_starts_on_a_changed_tree_says_so(memory: ledger.Memory, tamper: Tamper) -> None:
    tamper("UPDATE ledger_leaf SET leaf_hash = decode(repeat('00', 32), 'hex'), commitment = NULL WHERE index = 2")
    fork = fork_seen_with(ledger.Memory())
    assert fork is not None
    assert fork.kept is None


def test_a_ledger_without_a_checkpoint_is_no_fork(transactional_db: None) -> None:
    assert fork_seen_with(ledger.Memory()) is None
