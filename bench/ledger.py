"""
What the ledger costs whoever writes to it, how soon an entry is signed, and how soon it is proven among a million.

32 clients write as fast as they can, first without the ledger, then with it, then with a hash chain in its place; the sequencer runs
as `sala run` starts it. An entry is covered from the moment somebody else can read a checkpoint as long as its place.

Rivals: the hash chain whose head every writer locks; for the time until signed, the 24 hours that a public certificate log may take
(maximum merge delay, Chrome's policy for such logs); for a proof, making it from all leaves instead of stored subtrees.
`SALA_BENCH_ENTRIES` asks for another length than a million.
"""

import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

import psycopg

from measuring.appending import TABLES, Written, write_with_all
from measuring.environments import ROOT
from measuring.figures import Figure, sum_up
from measuring.processes import run_to_end, running
from sala.infra import postgres

ENTRIES = int(os.environ.get("SALA_BENCH_ENTRIES", "1000000"))
SECONDS = 10
PROOFS = 300
AT_ONCE = 5000
LOOKS_PER_SECOND = 50

GOAL_PER_SECOND, GOAL_ADDED_MS, GOAL_SIGNED_SECONDS, GOAL_PROOF_MS = 2000, 10, 2, 10
MERGE_DELAY_SECONDS = 86400


@dataclass(frozen=True, slots=True)
class Proven:
    """What an inclusion proof took: by the ledger at the 95th percentile, and made from all leaves."""

    p95_ms: float
    from_all_leaves_ms: float


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="sala-bench-") as name, _database(Path(name)) as (database, environment):
        plain = _write("plain", environment)
        appended, signed_p95 = _write_and_sign(database, environment, log=Path(name) / "sequencer.log")
        chained = _write("chain", environment)
        proven = _prove(environment)
    print(f"without a ledger: {plain.per_second:.0f} transactions/s, {plain.mean_ms:.1f} ms each, at 32 clients")
    added, chain_added = (max(one.mean_ms - plain.mean_ms, 0) for one in (appended, chained))
    figures = [
        Figure(
            "ledger-append",
            appended.per_second,
            chained.per_second,
            "transactions/s",
            GOAL_PER_SECOND,
            more_is_better=True,
        ),
        Figure("ledger-append-added", added, chain_added, "ms", GOAL_ADDED_MS),
        Figure("ledger-signed-p95", signed_p95, MERGE_DELAY_SECONDS, "s", GOAL_SIGNED_SECONDS, published=True),
        Figure(f"ledger-proof-p95-of-{ENTRIES}", proven.p95_ms, proven.from_all_leaves_ms, "ms", GOAL_PROOF_MS),
    ]
    print(*figures, sum_up("ledger", figures), sep="\n")


@contextmanager
def _database(folder: Path) -> Iterator[tuple[psycopg.Connection, Mapping[str, str]]]:
    """Have a new database with the ledger's tables, and those of the measurement."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SALA_", "PG", "DATABASE_URL"))}
    settings = {"DJANGO_SETTINGS_MODULE": "sala.config.settings", "SALA_VAR": str(folder)}
    paths = os.pathsep.join(str(ROOT / path) for path in ("src", "bench"))
    environment = {**kept, **settings, "SALA_PACK": str(ROOT / "thailand"), "PYTHONPATH": paths}
    server = postgres.ensure(folder)
    try:
        run_to_end([sys.executable, "-m", "sala.cli", "migrate"], environment=environment)
        with psycopg.connect(host=str(server.socket_dir), dbname="sala", user="postgres", autocommit=True) as database:
            database.execute(TABLES)
            yield database, environment
    finally:
        postgres.stop(server)


def _write(kind: str, environment: Mapping[str, str]) -> Written:
    return write_with_all(kind, seconds=SECONDS, environment=environment, folder=ROOT)


def _write_and_sign(
    database: psycopg.Connection, environment: Mapping[str, str], *, log: Path
) -> tuple[Written, float]:
    """Append beside a working sequencer, and give how long the slowest twentieth waited for its signature."""
    looks: list[tuple[float, int]] = []
    stopped = threading.Event()
    watcher = threading.Thread(target=_watch, args=(database, looks, stopped))
    command = [sys.executable, "-m", "sala.cli", "ledger", "sequence"]
    with running(command, environment=environment, log=log):
        watcher.start()
        written = _write("ledger", environment)
        _wait_until_signed(database.info.dsn)
        stopped.set()
        watcher.join()
    return written, _p95(_waited(written, looks, _places(database)))


def _watch(database: psycopg.Connection, looks: list[tuple[float, int]], stopped: threading.Event) -> None:
    while not stopped.wait(1 / LOOKS_PER_SECOND):
        row = database.execute("SELECT coalesce(max(tree_size), 0) FROM ledger_checkpoint").fetchone()
        looks.append((time.time(), row[0] if row else 0))


def _wait_until_signed(address: str) -> None:
    with psycopg.connect(address, autocommit=True) as other:
        while (row := other.execute("SELECT count(*) FROM ledger_pending").fetchone()) and row[0]:
            time.sleep(0.2)
    time.sleep(2 / LOOKS_PER_SECOND)


def _places(database: psycopg.Connection) -> dict[str, int]:
    return dict(database.execute("SELECT entry_id::text, index FROM ledger_leaf").fetchall())


def _waited(written: Written, looks: list[tuple[float, int]], places: Mapping[str, int]) -> list[float]:
    """Give how long each entry waited until a look found a checkpoint that covers it."""
    by_place = sorted((places[entry], at) for entry, at in written.committed.items())
    waited, look = [], 0
    for place, at in by_place:
        while looks[look][1] <= place:
            look += 1
        waited.append(max(looks[look][0] - at, 0))
    return waited


def _prove(environment: Mapping[str, str]) -> Proven:
    """Fill the ledger up to its length, as the clients and the sequencer would, and prove entries taken by chance."""
    os.environ.update(environment)
    import django

    from sala.infra import keys

    keys.declare("ledger-checkpoint")
    django.setup()
    _fill(Path(environment["SALA_VAR"]) / "ledger" / "checkpoint")
    from sala.domains.ledger import public as ledger
    from sala.domains.ledger.models import Leaf

    chosen = random.Random(1).sample(range(ENTRIES), PROOFS)
    entries = list(Leaf.objects.filter(index__in=chosen).values_list("entry_id", flat=True))
    took = [_milliseconds(partial(ledger.prove_inclusion, entry=entry)) for entry in entries]
    return Proven(_p95(took), _milliseconds(lambda: _prove_from_all_leaves(chosen[0])))


def _fill(remembered: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from sala.domains.ledger import public as ledger
    from sala.infra import keys

    key = keys.signing_key("ledger-checkpoint")
    assert isinstance(key, Ed25519PrivateKey)
    signed = ledger.find_latest_checkpoint()
    size, at = signed.tree_size if signed else 0, datetime.now(UTC)
    while size < ENTRIES:
        count = min(AT_ONCE, ENTRIES - size)
        case = UUID(int=size)
        ledger.append_many(
            [ledger.LedgerEntry("case.received", case, "city-example", at, {"n": n}) for n in range(count)]
        )
        ledger.sequence(key=key, origin="bench/ledger", remembered_in=remembered, at=at)
        size += count


def _prove_from_all_leaves(index: int) -> None:
    from sala.domains.ledger.logic.proofs import hash_spans, nodes_within, spans_proving_inclusion
    from sala.domains.ledger.logic.tree import hash_perfect
    from sala.domains.ledger.models import Leaf

    leaves = [bytes(hash_) for hash_ in Leaf.objects.order_by("index").values_list("leaf_hash", flat=True)]
    spans = spans_proving_inclusion(index, len(leaves))
    known = {node: hash_perfect(_under(leaves, node.height, node.index)) for node in nodes_within(spans)}
    hash_spans(spans, known)


def _under(leaves: list[bytes], height: int, index: int) -> list[bytes]:
    return leaves[index << height : (index + 1) << height]


def _milliseconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


if __name__ == "__main__":
    main()
