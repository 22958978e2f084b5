"""
Signed notes and checkpoints: a few lines of text that anyone's transparency-log tools can check.

Source: C2SP signed-note and tlog-checkpoint (origin, tree size and root, each on a line, then Ed25519 signatures).
"""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"  # the algorithm's number in a signed note
ROOT_BYTES = 32


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a checkpoint says: whose log (`origin`), how many leaves, and their root."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def key_number(name: str, key: Ed25519PublicKey) -> bytes:
    """Give the four bytes by which a note says which key signed it."""
    return sha256(name.encode() + b"\n" + ED25519 + key.public_bytes_raw()).digest()[:4]


def verifier_line(name: str, key: Ed25519PublicKey) -> str:
    """Write the public key as transparency-log tools take it: name, key number and key, joined by plus signs."""
    return f"{name}+{key_number(name, key).hex()}+{b64encode(ED25519 + key.public_bytes_raw()).decode()}"


def sign_checkpoint(checkpoint: Checkpoint, key: Ed25519PrivateKey) -> str:
    """Sign a checkpoint in the name of its origin, as a note."""
    name = checkpoint.origin
    signature = key_number(name, key.public_key()) + key.sign(checkpoint.text.encode())
    return f"{checkpoint.text}\n— {name} {b64encode(signature).decode()}\n"


def is_signed(note: str, *, name: str, key: Ed25519PublicKey) -> bool:
    """Say whether the note carries this name's valid signature. Other people's signatures are passed over."""
    text, gap, signatures = note.rpartition("\n\n")
    if not gap:
        return False
    start = f"— {name} "
    lines = (line for line in signatures.splitlines() if line.startswith(start))
    return any(_is_valid(text + "\n", line.removeprefix(start), name, key) for line in lines)


def _is_valid(text: str, encoded: str, name: str, key: Ed25519PublicKey) -> bool:
    try:
        signature = b64decode(encoded, validate=True)
        if signature[:4] != key_number(name, key):
            return False
        key.verify(signature[4:], text.encode())
    except (NotBase64, InvalidSignature):
        return False
    return True


def read_checkpoint(note: str) -> Checkpoint | None:
    """Read what a note's text says; None if it is not a checkpoint. Its signature is not looked at."""
    lines = note.split("\n")
    if len(lines) < 4 or not lines[0] or not _is_plain_number(lines[1]):
        return None
    try:
        root = b64decode(lines[2], validate=True)
    except NotBase64:
        return None
    return Checkpoint(lines[0], int(lines[1]), root) if len(root) == ROOT_BYTES else None


def _is_plain_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and (text == "0" or text[0] != "0")
