"""
The ledger as anyone may fetch, keep and check it: checkpoint and tiles as C2SP tlog-tiles, and proofs as JSON.

Nothing here tells what was recorded or of whom: a leaf holds a salted commitment, and a proof names a place.
"""

from base64 import b64encode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import conditional_page, require_safe
from ninja import Field, Query, Router, Schema

from sala.domains.ledger import public as ledger
from sala.infra.apis import answer_json
from sala.infra.routes import governed
from sala.kernel.policies import anyone

from .shapes import ProblemOut

router = Router(tags=["ledger"])

_PLAIN = "text/plain; charset=utf-8"
_SECONDS = "public, max-age=1"
_A_DAY = "public, max-age=86400"  # its hashes never change, and a wider tile soon takes its place
_FOR_EVER = "public, max-age=31536000, immutable"
_LARGEST = 2**63 - 1


class LeafProofOut(Schema):
    """An RFC 6962 proof that a leaf is in a tree."""

    index: int
    size: int
    leaf_hash: str = Field(description="Base64.")
    path: list[str] = Field(description="Base64, from the leaf up.")


class ConsistencyProofOut(Schema):
    """An RFC 6962 proof that a tree only adds to an older one."""

    old_size: int
    new_size: int
    path: list[str] = Field(description="Base64; empty where both are the same.")


class LeafAsked(Schema):
    """A place, and the tree it is in."""

    index: int = Field(ge=0, le=_LARGEST, description="The place of the leaf, from 0.")
    size: int = Field(ge=1, le=_LARGEST, description="How many leaves the tree has, as a checkpoint says.")


class GrowthAsked(Schema):
    """Two trees."""

    old_size: int = Field(ge=1, le=_LARGEST)
    new_size: int = Field(ge=1, le=_LARGEST)


@require_safe
@conditional_page
@governed(by=anyone)
def show_checkpoint(request: HttpRequest) -> HttpResponse:
    """Give the newest signed checkpoint."""
    return _answer(_latest().note, content_type=_PLAIN, kept=_SECONDS)


@require_safe
@conditional_page
@governed(by=anyone)
def show_key(request: HttpRequest) -> HttpResponse:
    """Give the public key that checkpoints are signed with, as transparency-log tools take it."""
    return _answer(
        ledger.verifier_of(_latest(), key=ledger.get_checkpoint_key()) + "\n", content_type=_PLAIN, kept=_A_DAY
    )


@require_safe
@governed(by=anyone)
def show_tile(request: HttpRequest, address: str) -> HttpResponse:
    """Give 256 hashes of the tree, or what 256 leaves hold; fewer at its right edge."""
    tile = ledger.get_tile(address=address)
    kept = _FOR_EVER if tile.is_full else _A_DAY
    return _answer(tile.content, content_type="application/octet-stream", kept=kept)


@router.get("ledger/inclusion", response={200: LeafProofOut, 404: ProblemOut, 422: ProblemOut})
@governed(by=anyone)
def prove_leaf(request: HttpRequest, asked: Query[LeafAsked]) -> HttpResponse:
    """Prove that the leaf at a place is in a tree of the ledger."""
    proof = ledger.prove_leaf(index=asked.index, size=asked.size)
    path = [_written(step) for step in proof.path]
    told = {"index": proof.index, "size": proof.size, "leaf_hash": _written(proof.leaf_hash), "path": path}
    return answer_json(told)


@router.get("ledger/consistency", response={200: ConsistencyProofOut, 404: ProblemOut, 422: ProblemOut})
@governed(by=anyone)
def prove_growth(request: HttpRequest, asked: Query[GrowthAsked]) -> HttpResponse:
    """Prove that a tree of the ledger only adds to an older one."""
    proof = ledger.prove_consistency(old_size=asked.old_size, new_size=asked.new_size)
    path = [_written(step) for step in proof.path]
    return answer_json({"old_size": proof.old_size, "new_size": proof.new_size, "path": path})


def _latest() -> ledger.SignedCheckpoint:
    checkpoint = ledger.find_latest_checkpoint()
    if checkpoint is None:
        raise ledger.NoSuchTree
    return checkpoint


def _answer(content: str | bytes, *, content_type: str, kept: str) -> HttpResponse:
    """Answer as a static file would: kept by anyone, readable by a program of any site."""
    headers = {"Cache-Control": kept, "Access-Control-Allow-Origin": "*"}
    return HttpResponse(content, content_type=content_type, headers=headers)


def _written(hash_: bytes) -> str:
    return b64encode(hash_).decode()
