"""What a declaration says in short values (a time limit, a fee, hours, a basis), as people read it."""

from collections.abc import Mapping

from sala.kernel.bilingual import Text
from sala.kernel.money import Baht
from sala.servicekit import Pack
from sala.servicekit.schema.facts import Purpose, Retention
from sala.servicekit.schema.offer import Fee, Gives, Hours, Weekday
from sala.servicekit.schema.public_service import AgencyRef, PublicService
from sala.servicekit.schema.service import Service
from sala.servicekit.wording import FEE_UNKNOWN, amount_text, fee_text, length_text

_ALWAYS = Text(th="ทุกวัน ตลอด 24 ชั่วโมง", en="Every day, 24 hours")
_OPEN = Text(th="{days} {opens}–{closes} น.", en="{days}, {opens}–{closes}")
_FROM_TO = Text(th="{first}ถึง{last}", en="{first} to {last}")
_LOCAL = Text(th="เทศบาล อบต. หรือเมืองพัทยา ({place})", en="Your local authority ({place})")
_LOCAL_AUTHORITIES = Text(th="องค์กรปกครองส่วนท้องถิ่น (เทศบาล อบต. เมืองพัทยา)", en="Local authorities")
_DAYS: Mapping[Weekday, Text] = {
    "mon": Text(th="วันจันทร์", en="Monday"),
    "tue": Text(th="วันอังคาร", en="Tuesday"),
    "wed": Text(th="วันพุธ", en="Wednesday"),
    "thu": Text(th="วันพฤหัสบดี", en="Thursday"),
    "fri": Text(th="วันศุกร์", en="Friday"),
    "sat": Text(th="วันเสาร์", en="Saturday"),
    "sun": Text(th="วันอาทิตย์", en="Sunday"),
}
_PAID: Mapping[str, Text] = {
    "baht-per-month": Text(th="เดือนละ {amount}", en="{amount} a month"),
    "baht-once": Text(th="{amount} ครั้งเดียว", en="{amount}, once"),
}
_KEPT: Mapping[str, Text] = {
    "case-closed": Text(th="{length} หลังเรื่องสิ้นสุด", en="{length} after the case is closed"),
    "last-payment": Text(th="{length} หลังจ่ายเงินครั้งสุดท้าย", en="{length} after the last payment"),
    "document-expired": Text(th="{length} หลังเอกสารสิ้นอายุ", en="{length} after the document expires"),
    "received": Text(th="{length} หลังได้รับเรื่อง", en="{length} after the case is received"),
}
_BASES: Mapping[str, Text] = {
    "public-task": Text(
        th="ภารกิจเพื่อประโยชน์สาธารณะหรือการใช้อำนาจรัฐ (พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 มาตรา 24 (4))",
        en="Public task (Personal Data Protection Act B.E. 2562, s. 24 (4))",
    ),
    "legal-duty": Text(
        th="หน้าที่ตามกฎหมาย (พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 มาตรา 24 (6))",
        en="Legal duty (Personal Data Protection Act B.E. 2562, s. 24 (6))",
    ),
    "contract": Text(
        th="สัญญากับเจ้าของข้อมูล (พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 มาตรา 24 (3))",
        en="Contract (Personal Data Protection Act B.E. 2562, s. 24 (3))",
    ),
    "vital-interest": Text(
        th="ป้องกันอันตรายต่อชีวิต ร่างกาย หรือสุขภาพ (พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 มาตรา 24 (2))",
        en="Vital interest (Personal Data Protection Act B.E. 2562, s. 24 (2))",
    ),
    "consent": Text(
        th="ความยินยอม (พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 มาตรา 24)",
        en="Consent (Personal Data Protection Act B.E. 2562, s. 24)",
    ),
}


def local_fee_text(fee: Fee) -> Text:
    """Write what is paid in one place, where a fee without an amount is one that nobody has read yet."""
    return FEE_UNKNOWN if fee.amount is None else fee_text(fee)


def paid_text(amount: Baht, gives: Gives) -> Text:
    """Write what a person receives, and how often."""
    return _PAID[gives.unit].fill(amount=amount_text(amount))


def hours_text(hours: Hours) -> Text:
    """
    Write opening hours; days that follow each other as a span.

    >>> hours_text(Hours()).en
    'Monday to Friday, 08:30–16:30'
    """
    if hours.always:
        return _ALWAYS
    return _OPEN.fill(days=_days_text(hours.days), opens=f"{hours.opens:%H:%M}", closes=f"{hours.closes:%H:%M}")


def agency_text(service: PublicService, pack: Pack) -> Text:
    """Name who is in charge: one agency, or the local authority, of the place that a fact names where one is asked for."""
    if service.agency.code:
        return pack.get_name(service.agency.code)
    fact = service.agency.local or ""
    found = (service.find_known(fact) or service.find_asked(fact)) if isinstance(service, Service) else None
    return _LOCAL.fill(place=found.label) if found else _LOCAL_AUTHORITIES


def agency_group_text(agency: AgencyRef, pack: Pack) -> Text:
    """Name the group that a service stands under in a list by agency: all local authorities are one."""
    return pack.agencies[agency.code].label if agency.code else _LOCAL_AUTHORITIES


def basis_text(purpose: Purpose) -> Text:
    """Name the legal basis of a purpose."""
    return _BASES[purpose.basis]


def kept_text(retention: Retention) -> Text:
    """Write how long facts are kept."""
    years, days = retention.years, retention.days
    length = length_text(years, "years") if years is not None else length_text(days or 0, "days")
    return _KEPT[retention.after].fill(length=length)


def _days_text(days: tuple[Weekday, ...]) -> Text:
    order = list(_DAYS)
    first, last = order.index(days[0]), order.index(days[-1])
    if len(days) > 2 and order[first : last + 1] == list(days):
        return _FROM_TO.fill(first=_DAYS[days[0]], last=_DAYS[days[-1]])
    named = [_DAYS[day] for day in days]
    return Text(th=" ".join(day.th for day in named), en=", ".join(day.en for day in named))
