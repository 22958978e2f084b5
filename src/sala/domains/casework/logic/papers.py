"""What a case's documents say, derived from its declaration, its facts and its decision."""

from collections.abc import Mapping, Sequence
from typing import Any

from sala.domains.documents import contracts as documents
from sala.kernel.bilingual import LANGS, Lang, Text
from sala.kernel.people import PersonName
from sala.servicekit.schema.country import Locality, Signer
from sala.servicekit.schema.offer import Issued
from sala.servicekit.schema.service import Service

from ..contracts import Decision
from .shown import label_of, shown

_NUMBER = Text(th="เลขที่เรื่อง", en="Case number")
_RECEIVED = Text(th="วันที่ได้รับ", en="Received on")
_OPENING = {
    "receipt": Text(
        th="หน่วยงานได้รับเรื่องของท่านแล้วตามรายการต่อไปนี้",
        en="The agency has received your notification, as follows.",
    ),
    "certificate": Text(
        th="หน่วยงานออกหนังสือฉบับนี้ให้ไว้เพื่อแสดงว่าได้รับแจ้งตามรายการต่อไปนี้ และได้ตรวจแบบและเอกสารแล้ว",
        en="The agency gives this certificate to show that it was notified as follows, and has checked the form and documents.",
    ),
    "letter": Text(
        th="ตามที่ท่านได้ยื่นคำขอไว้นั้น หน่วยงานได้พิจารณาแล้ว โดยมีข้อเท็จจริง ข้อกฎหมาย และเหตุผลดังนี้",
        en="The agency has considered your application, on the following facts, law and reasons.",
    ),
}
_CLOSING = Text(th="จึงเรียนมาเพื่อทราบ", en="For your information.")
_APPEAL = Text(
    th="หากท่านไม่เห็นด้วย ท่านมีสิทธิอุทธรณ์ต่อ{to} ภายใน {days} วันนับแต่วันที่ได้รับแจ้ง",
    en="If you disagree, you may appeal to {to} within {days} days of being notified.",
)


def form_of(issued: Issued) -> documents.Form:
    """Choose the sheet: a receipt on receipt, a certificate where it is displayed or certifies, else a letter."""
    if issued.at == "received":
        return "receipt"
    return "certificate" if issued.displayed or issued.at == "certified" else "letter"


def rows_of(
    service: Service, facts: Mapping[str, Any], names: Sequence[str], places: Mapping[str, Text]
) -> tuple[documents.Row, ...]:
    """Write the named facts as label and value, in both languages; facts nobody gave are left out."""
    return tuple(
        documents.Row(label=label_of(service, name), value=_both(service, name, facts[name], places))
        for name in names
        if facts.get(name) is not None
    )


def compose(
    *,
    service: Service,
    issued: Issued,
    facts: Mapping[str, Any],
    places: Mapping[str, Text],
    number: str,
    received: Text,
    agency_name: Text,
    locality: Locality | None,
    decision: Decision | None,
    lang: Lang,
) -> documents.Content:
    """Write one document of a case. A decision letter states facts, law, reasons and the right to appeal."""
    form = form_of(issued)
    head = (documents.Row(_NUMBER, _plain(number)), documents.Row(_RECEIVED, received))
    named = issued.check_shows or tuple(fact.id for fact in service.know if fact.type != "address")
    reasons = tuple(reason.text for reason in decision.reasons if reason.holds is not None) if decision else ()
    note = (_plain(decision.note),) if decision and decision.note else ()
    signer = _signer(locality, issued.id)
    return documents.Content(
        form=form,
        lang=lang,
        title=issued.label,
        agency_name=agency_name,
        letter_code=locality.letter_code.th if locality and form == "letter" else "",
        office=(locality.address.th,) if locality else (),
        addressee=_name_of(facts) if form == "letter" else "",
        subtitle=service.name if form != "letter" else None,
        opening=(_OPENING[form],),
        rows=(*head, *rows_of(service, facts, named, places)),
        law=_law(decision),
        reasons=(*reasons, *note),
        appeal=_appeal(service) if form == "letter" else None,
        closing=(_CLOSING,) if form == "letter" else (),
        officer=documents.Officer(name=signer.name.th, position=signer.position) if signer else None,
    )


def _law(decision: Decision | None) -> tuple[Text, ...]:
    cited = dict.fromkeys(reason.citation for reason in decision.reasons) if decision else {}
    return tuple(cited)


def _appeal(service: Service) -> Text | None:
    appeal = service.appeal
    if appeal.to is None or appeal.within_days is None:
        return None
    return _APPEAL.fill(to=appeal.to, days=appeal.within_days)


def _signer(locality: Locality | None, document: str) -> Signer | None:
    """Find who signs this kind of document for the locality; one who signs every kind stands in for the rest."""
    signers = locality.signers if locality else ()
    exact = [signer for signer in signers if signer.document == document]
    return next(iter([*exact, *(signer for signer in signers if signer.document == "*")]), None)


def _name_of(facts: Mapping[str, Any]) -> str:
    name = facts.get("name")
    return name.full("th") if isinstance(name, PersonName) else ""


def _both(service: Service, name: str, value: Any, places: Mapping[str, Text]) -> Text:
    th, en = (shown(service, name, value, lang, places) for lang in LANGS)
    return Text(th=" ".join(th), en=" ".join(en))


def _plain(text: str) -> Text:
    return Text(th=text, en=text)
