"""Opening one case: its row, its key, and what stands in it, as plain frozen values."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, cast
from uuid import UUID

from sala.domains.catalogue import public as catalogue
from sala.infra.envelopes import Envelope, envelope_of
from sala.kernel.days import thai_day
from sala.kernel.plain import from_plain
from sala.servicekit import answers as answering
from sala.servicekit.answers import Surroundings
from sala.servicekit.schema.service import Service

from .. import contracts
from ..contracts import Answers, AttachedFile, CaseNotFound, Known, Line, Reason, State
from ..logic.numbers import case_number
from ..models import Case, Release
from ..models import Correction as CorrectionRow
from ..models import Decision as DecisionRow
from ..models import Line as LineRow
from .rows import find_rows


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case's row with its envelope opened once; stays inside the domain."""

    row: Case
    envelope: Envelope
    service: Service
    correction: CorrectionRow | None = None
    decision: DecisionRow | None = None

    def place(self, column: str) -> str:
        """Name the place of a sealed column of this case."""
        return f"casework_case.{column}:{self.row.pk}"

    def known(self) -> dict[str, Known]:
        """Open what the state knew."""
        stored = self.envelope.open_json(self.row.known, place=self.place("known")) or {}
        return {name: Known(**from_plain(fact)) for name, fact in stored.items()}

    def answers(self) -> Answers:
        """Open what was typed."""
        stored = self.envelope.open_json(self.row.answers, place=self.place("answers")) or {"values": {}, "typed": {}}
        return Answers(
            values=from_plain(stored["values"]),
            typed={name: tuple(raw) for name, raw in stored["typed"].items()},
            files=tuple(AttachedFile(**from_plain(file)) for file in stored.get("files", ())),
        )

    def facts(self) -> dict[str, Any]:
        """Join what is known and the answers that count, by fact id: those whose questions stand open now."""
        joined = {**{name: fact.value for name, fact in self.known().items()}, **self.answers().values}
        return answering.live_facts(self.service, joined)


def open_case(*, case_id: UUID, for_update: bool = False) -> OpenCase:
    """
    Read a case with its key, correction and decision, and its release's declaration. One statement.

    :raises CaseNotFound: no such case among those this transaction may see.
    """
    rows = find_rows(case_id=case_id, for_update=for_update)
    if rows is None:
        raise CaseNotFound
    row = rows.case
    return OpenCase(
        row=row,
        envelope=envelope_of(rows.data_key),
        service=release(slug=row.service, digest=row.release_id),
        correction=rows.correction,
        decision=rows.decision,
    )


def release(*, slug: str, digest: str) -> Service:
    """Give the declaration a case keeps: the running one when it is the same, else the stored release."""
    running = catalogue.find_public_service(slug=slug)
    is_same = isinstance(running, Service) and running.digest == digest
    return running if isinstance(running, Service) and is_same else _stored_release(digest)


def to_draft(opened: OpenCase) -> contracts.Draft:
    """Turn an opened row into a draft."""
    return contracts.Draft(
        id=opened.row.pk,
        service=opened.row.service,
        release=opened.row.release_id,
        state=cast(State, opened.row.state),
        version=opened.row.version,
        known=opened.known(),
        answers=opened.answers(),
        saved_at=opened.row.saved_at,
        correction=_correction(opened),
    )


def to_case(opened: OpenCase) -> contracts.Case:
    """
    Turn an opened row into the case both sides see. One more statement, for its lines.

    :raises CaseNotFound: it was not received yet.
    """
    row = opened.row
    if row.received_at is None:
        raise CaseNotFound
    return contracts.Case(
        id=row.pk,
        number=number_of(row),
        service=row.service,
        release=row.release_id,
        agency=row.agency,
        applicant=row.applicant,
        lang="en" if row.lang == "en" else "th",
        state=cast(State, row.state),
        version=row.version,
        known=opened.known(),
        answers=opened.answers(),
        received_at=row.received_at,
        due_on=row.due_on,
        step=row.step,
        result=row.result,
        lines=list_lines(case_id=row.pk),
        correction=_correction(opened),
        decision=_decision(opened),
    )


def list_lines(*, case_id: UUID) -> tuple[Line, ...]:
    """List a case's account, oldest first."""
    return tuple(to_line(row) for row in LineRow.objects.filter(case_id=case_id).order_by("id"))


def to_line(row: LineRow) -> Line:
    """Turn a stored line into the one both sides read."""
    return Line(
        at=row.at,
        kind=row.kind,  # type: ignore[arg-type]  # only LineKind is ever written
        role=row.role,
        clock=row.clock,  # type: ignore[arg-type]  # a named constraint keeps it so
        day=row.day,
        due_on=row.due_on,
        provision=row.provision,
    )


def number_of(row: Case) -> str:
    """Write a case's number; empty for a draft."""
    if row.serial is None or row.received_at is None:
        return ""
    return case_number(serial=row.serial, received_at=row.received_at)


def _correction(opened: OpenCase) -> contracts.Correction | None:
    row = opened.correction
    if row is None:
        return None
    body = opened.envelope.open_json(row.items, place=f"casework_correction.items:{row.pk}")
    return contracts.Correction(
        asked_at=row.asked_at, items=body["items"], message=body["message"], answered_at=row.answered_at
    )


def _decision(opened: OpenCase) -> contracts.Decision | None:
    row = opened.decision
    if row is None:
        return None
    body = opened.envelope.open_json(row.reasons, place=f"casework_decision.reasons:{row.pk}")
    return contracts.Decision(
        outcome=row.outcome,
        result=row.result,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        role=row.role,
        as_of=row.as_of,
        reasons=tuple(Reason(**from_plain(reason)) for reason in body["reasons"]),
        note=body["note"],
    )


@lru_cache(maxsize=256)
def _stored_release(digest: str) -> Service:
    return Service.model_validate(Release.objects.get(pk=digest).declaration)


def list_asked_again(opened: OpenCase) -> Mapping[str, str]:
    """List which questions the correction request opened again, with what it says of each. No statement."""
    correction = _correction(opened)
    return correction.items if correction else {}


def surroundings_of(files: Iterable[AttachedFile], *, at: datetime) -> Surroundings:
    """Gather what reading answers needs: today, the banks, the areas, how many files each question has."""
    pack = catalogue.get_pack()
    return Surroundings(
        today=thai_day(at),
        banks=frozenset(pack.banks),
        areas=pack.areas,
        files=Counter(file.field for file in files),
    )
