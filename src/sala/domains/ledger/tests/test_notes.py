"""Checkpoints are signed notes that other people's tools read, and theirs are notes that we read."""

from base64 import b64decode

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ..logic.notes import Checkpoint, is_signed, key_number, read_checkpoint, sign_checkpoint, verifier_line

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key()
CHECKPOINT = Checkpoint("ledger.example.go.th", 42, bytes(32))

# Source: the example in the documentation of golang.org/x/mod/sumdb/note.
NEUMANN = Ed25519PublicKey.from_public_bytes(b64decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")[1:])
NEUMANN_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def test_a_note_signed_by_other_software_is_valid() -> None:
    assert key_number("PeterNeumann", NEUMANN).hex() == "c74f20a3"
    assert is_signed(NEUMANN_NOTE, name="PeterNeumann", key=NEUMANN)
    assert not is_signed(NEUMANN_NOTE.replace("answer", "question"), name="PeterNeumann", key=NEUMANN)


def test_a_checkpoint_reads_as_it_was_signed() -> None:
    note = sign_checkpoint(CHECKPOINT, KEY)
    assert note.splitlines()[:3] == ["ledger.example.go.th", "42", "A" * 43 + "="]
    assert read_checkpoint(note) == CHECKPOINT
    assert is_signed(note, name=CHECKPOINT.origin, key=PUBLIC)


def test_a_changed_size_breaks_the_signature() -> None:
    note = sign_checkpoint(CHECKPOINT, KEY).replace("\n42\n", "\n41\n")
    assert not is_signed(note, name=CHECKPOINT.origin, key=PUBLIC)


def test_another_key_or_another_name_does_not_count() -> None:
    note = sign_checkpoint(CHECKPOINT, KEY)
    stranger = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key()
    assert not is_signed(note, name=CHECKPOINT.origin, key=stranger)
    assert not is_signed(note, name="other.example", key=PUBLIC)


def test_a_witness_may_sign_beside_us() -> None:
    note = sign_checkpoint(CHECKPOINT, KEY) + "— witness.example AAAAAAAAAAAA\n"
    assert is_signed(note, name=CHECKPOINT.origin, key=PUBLIC)


def test_what_is_not_a_checkpoint_is_not_read() -> None:
    for text in ("", "a\nb\nc\n\n", "origin\n042\n" + "A" * 43 + "=\n\n", "origin\n4\nAAAA\n\n", "origin\n๔\nAAAA\n\n"):
        assert read_checkpoint(text) is None
        assert not is_signed(text, name="origin", key=PUBLIC)


def test_the_public_key_is_written_as_tools_take_it() -> None:
    assert (
        verifier_line("PeterNeumann", NEUMANN) == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    )
