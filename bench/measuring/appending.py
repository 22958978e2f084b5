"""
Clients that write to one database as fast as they can, each a thread with a connection of its own: `python -m measuring.appending`.

A transaction inserts one row of business. `ledger` also appends to the ledger; `chain` instead extends a hash chain whose head
every writer has to lock, as a table of linked rows does; `plain` does nothing more.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from statistics import fmean
from subprocess import PIPE, STDOUT
from threading import Barrier
from uuid import UUID, uuid4

PROCESSES, THREADS = 4, 8
CLIENTS = PROCESSES * THREADS
TABLES = """
CREATE TABLE bench_case (id uuid PRIMARY KEY, note text NOT NULL);
CREATE TABLE bench_chain (only_one boolean PRIMARY KEY, head bytea NOT NULL);
CREATE TABLE bench_link (id uuid PRIMARY KEY, head bytea NOT NULL);
INSERT INTO bench_chain VALUES (true, '');
GRANT SELECT, INSERT, UPDATE ON bench_case, bench_chain, bench_link TO sala_app;
"""

Extra = Callable[[UUID], UUID]


@dataclass(frozen=True, slots=True)
class Written:
    """What the clients did together: transactions a second, what one took, and when each entry was committed."""

    per_second: float
    mean_ms: float
    committed: Mapping[str, float]


def write_with_all(kind: str, *, seconds: float, environment: Mapping[str, str], folder: Path) -> Written:
    """
    Let all clients write at once for some seconds.

    :raises SystemExit: a client failed; with its last words.
    """
    command = [sys.executable, "-m", "measuring.appending", kind, str(seconds)]
    clients = [
        subprocess.Popen(command, env=dict(environment), cwd=folder, stdin=PIPE, stdout=PIPE, stderr=STDOUT, text=True)
        for _ in range(PROCESSES)
    ]
    ready = [client.stdout.readline() for client in clients if client.stdout]  # each has its connections by then
    begin = f"{time.time() + 0.5}\n"
    with ThreadPoolExecutor(PROCESSES) as threads:
        told = list(threads.map(lambda client: client.communicate(begin)[0], clients))
    if any(client.returncode for client in clients):
        raise SystemExit("\n".join(first + rest[-2000:] for first, rest in zip(ready, told, strict=True)))
    parts = [Written(**json.loads(output)) for output in told]
    return Written(
        per_second=sum(part.per_second for part in parts),
        mean_ms=fmean(part.mean_ms for part in parts),
        committed={entry: at for part in parts for entry, at in part.committed.items()},
    )


def main(kind: str, seconds: float) -> None:
    """Write with this process's threads from the moment that is read on, and print what was done."""
    import django

    django.setup()
    extra = {"plain": _nothing, "ledger": _append, "chain": _chain}[kind]
    ready, begin = Barrier(THREADS + 1), Future[float]()
    with ThreadPoolExecutor(THREADS) as threads:
        writing = [threads.submit(_write, extra, ready, begin, seconds) for _ in range(THREADS)]
        ready.wait()
        print("ready", flush=True)
        begin.set_result(float(input()))
        runs = [one.result() for one in writing]
    committed = {str(entry): at for run in runs for entry, at in run}
    print(json.dumps(asdict(_summary(runs, seconds, committed))))


def _summary(runs: Sequence[Sequence[tuple[UUID, float]]], seconds: float, committed: Mapping[str, float]) -> Written:
    count = sum(map(len, runs))
    return Written(count / seconds, seconds * 1000 * THREADS / count, committed)


def _write(extra: Extra, ready: Barrier, begin: "Future[float]", seconds: float) -> list[tuple[UUID, float]]:
    from django.db import connection, transaction

    connection.ensure_connection()
    ready.wait()
    time.sleep(max(0, begin.result() - time.time()))
    done, end = [], begin.result() + seconds
    while time.time() < end:
        case = uuid4()
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO bench_case (id, note) VALUES (%s, 'received')", [case])
            entry = extra(case)
        done.append((entry, time.time()))
    connection.close()
    return done


def _nothing(case: UUID) -> UUID:
    return case


def _append(case: UUID) -> UUID:
    from sala.domains.ledger import public as ledger

    return ledger.append(
        ledger.LedgerEntry("case.received", case, "city-example", datetime.now(UTC), {"channel": "web"})
    )


def _chain(case: UUID) -> UUID:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT head FROM bench_chain FOR UPDATE")
        head = sha256(bytes(cursor.fetchone()[0]) + case.bytes).digest()
        cursor.execute("UPDATE bench_chain SET head = %s", [head])
        cursor.execute("INSERT INTO bench_link (id, head) VALUES (%s, %s)", [case, head])
    return case


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
