"""What must stand in the record when a journey is over: everything, and everything once."""

import mailbox
import re
from collections import Counter
from uuid import UUID

from .installation import Installation
from .journeys import Journey
from .steps import Walk

# A killed worker's jobs are taken up once it has been silent for 15 s; a failed one waits longer each time.
_FOLLOWED_UP_SECONDS = 90

UNFINISHED = """
SELECT (SELECT count(*) FROM procrastinate_jobs WHERE status::text <> 'succeeded')
     + (SELECT count(*) FROM documents_issued WHERE state = 'waiting')
     + (SELECT count(*) FROM notices_notice WHERE state = 'queued')
     + (SELECT count(*) FROM ledger_pending)
"""


def check_followed_up(walk: Walk, journey: Journey) -> None:
    """Wait until everything that follows has happened, and check that each of it happened once."""
    at, case = walk.at, UUID(walk.case)
    at.wait_until(lambda: at.rows(UNFINISHED) == [(0,)], seconds=_FOLLOWED_UP_SECONDS)
    _check_case(walk, journey, case)
    documents = at.rows("SELECT kind, state FROM documents_issued WHERE case_id = %s", case)
    assert Counter(documents) == Counter((kind, "issued") for kind in journey.documents)
    entries = at.rows("SELECT kind FROM ledger_entry WHERE subject = %s", case)
    assert Counter(kind for (kind,) in entries) == Counter(journey.entries)
    _check_notices(walk, journey, case)
    _check_documents_open(walk)


def check_whole(at: Installation) -> None:
    """Check what holds over every journey: no number is missing or given twice, and the ledger covers every entry."""
    series = at.rows("SELECT array_agg(running ORDER BY running) FROM documents_issued GROUP BY agency, kind, year")
    assert all(running == list(range(1, len(running) + 1)) for (running,) in series), series
    code, said = at.verify_ledger()
    assert code == 0, said
    (entries,) = at.rows("SELECT count(*) FROM ledger_entry")[0]
    counted = re.search(r"Entries: (\d+), checkpoints: (\d+), erased: 0, waiting: 0", said)
    assert counted and int(counted[1]) == entries > 0, said


def _check_case(walk: Walk, journey: Journey, case: UUID) -> None:
    at = walk.at
    ((state, applicant, service),) = at.rows("SELECT state, applicant, service FROM casework_case WHERE id = %s", case)
    assert state == "closed"
    drafts = "SELECT count(*) FROM casework_case WHERE applicant = %s AND service = %s AND state <> 'closed'"
    assert at.rows(drafts, applicant, service) == [(0,)]
    lines = at.rows("SELECT kind, clock FROM casework_line WHERE case_id = %s ORDER BY id", case)
    assert tuple(lines) == journey.lines
    decisions = "SELECT count(*) FROM casework_decision WHERE case_id = %s"
    assert at.rows(decisions, case) == [(1,)]


def _check_notices(walk: Walk, journey: Journey, case: UUID) -> None:
    notices = walk.at.rows("SELECT template, state, id FROM notices_notice WHERE about = %s", case)
    assert Counter((template, state) for template, state, _ in notices) == Counter(
        (template, "sent") for template in journey.notices
    )
    # A mail may go out a second time where its worker was killed in the middle, but then under the same id.
    sent = [message["Message-ID"] for message in mailbox.Maildir(walk.at.var / "mail", create=False)]
    assert {f"<{id_}@localhost>" for _, _, id_ in notices} <= set(sent)


def _check_documents_open(walk: Walk) -> None:
    citizen = walk.browsers["citizen"]
    for address in re.findall(r'href="(/cases/[^"]+\.pdf)"', citizen.open(f"/cases/{walk.case}").text):
        assert citizen.open(address).content.startswith(b"%PDF-")
