"""What casework asks the domains below it: whose case it is, the calendar it runs on, what the state knows already."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sala.domains.catalogue import public as catalogue
from sala.domains.law import public as law
from sala.domains.organisations import public as organisations
from sala.domains.registries import public as registries
from sala.kernel.actors import Actor
from sala.kernel.bilingual import Text
from sala.kernel.days import thai_day
from sala.servicekit.schema.offer import Decide
from sala.servicekit.schema.service import Service

from ..contracts import AgencyUnknown, Known, Reason
from ..logic.finding import Finding, Payment, as_of_day, law_facts, payment_days

_MONTHS_AHEAD = 24  # how far ahead of its first month anyone can register for an award


def find_agency(service: Service, facts: Mapping[str, Any]) -> organisations.Agency:
    """
    Find the agency in charge: the one the declaration names, or the local authority of the place a fact names.

    :raises AgencyUnknown: nobody here serves that place.
    """
    if service.agency.code:
        return organisations.get_agency(code=service.agency.code)
    place = facts.get(service.agency.local or "")
    if isinstance(place, Mapping):
        place = place.get("sub-district")
    if not isinstance(place, str) or not place:
        raise AgencyUnknown
    found = organisations.find_local_authority(sub_district_code=place) if place.isdigit() else _by_code(place)
    if found is None:
        raise AgencyUnknown
    return found


def read_known_facts(service: Service, *, by: Actor, at: datetime) -> dict[str, Known]:
    """Read what the registers know of the applicant, once; every register's reading is recorded. Few statements."""
    if by.subject is None or not service.know:
        return {}
    wanted: dict[str, list[str]] = {}
    for fact in service.know:
        wanted.setdefault(fact.from_, []).append(fact.held_as)
    read = registries.fetch_many(
        wanted=wanted, person=by.subject, by=by, purpose="prefill", at=at, through=f"apply:{service.shown_path}"
    )
    return {
        fact.id: Known(value=evidence.value, register=fact.from_, as_of=evidence.as_of)
        for fact in service.know
        if (evidence := read[fact.from_].get(fact.held_as))
    }


def find_by_law(service: Service, *, facts: Mapping[str, Any], received_on: date) -> Finding | None:
    """
    Ask the law what it finds on a case's facts; None where no law decides this service.

    Who registered ahead, as the law allows, is judged on the first payment day on which the award is theirs.
    """
    if service.decide is None:
        return None
    named = law_facts(service.decide, facts)
    day = as_of_day(service, received_on=received_on, facts=facts)
    found = _find_on(service.decide.by, named, day)
    if found.value or service.gives is None or not _may_register_ahead(service.decide, named, day):
        return found
    days = payment_days(service.gives, after=day, months=_MONTHS_AHEAD, calendar=organisations.get_calendar())
    return next((later for later in (_find_on(service.decide.by, named, on) for on in days) if later.value), found)


def _find_on(rule: str, named: Mapping[str, Any], day: date) -> Finding:
    outcome = law.decide(name=rule, facts=named, on=day)
    return Finding(value=outcome.value, as_of=day, reasons=tuple(_reason(reason) for reason in outcome.reasons))


def _may_register_ahead(decide: Decide, named: Mapping[str, Any], day: date) -> bool:
    if decide.as_of != "each-payment-month" or decide.may_apply is None:
        return False
    return law.decide(name=decide.may_apply, facts=named, on=day).value is True


def list_payments(service: Service, *, facts: Mapping[str, Any], after: datetime, months: int) -> tuple[Payment, ...]:
    """Compute the next payments of an award, each month by that month's law."""
    if service.gives is None or service.decide is None:
        return ()
    days = payment_days(service.gives, after=thai_day(after), months=months, calendar=organisations.get_calendar())
    named = law_facts(service.decide, facts)
    amounts = ((law.decide(name=service.gives.pay, facts=named, on=day).value, day) for day in days)
    return tuple(Payment(amount=amount, on=day) for amount, day in amounts if amount)


def place_names(facts: Mapping[str, Any]) -> dict[str, Text]:
    """Name every sub-district, local authority and bank that stands as a code among the facts. No statement."""
    pack = catalogue.get_pack()
    codes = {part for value in facts.values() for part in _codes_in(value)}
    areas = {code: area.name for code in codes if (area := pack.areas.find(code))}
    banks = {f"bank:{code}": pack.banks[code].label for code in codes if code in pack.banks}
    localities = {code: pack.localities[code].label for code in codes if code in pack.localities}
    return areas | banks | localities


def agency_name(code: str) -> Text:
    """Give an agency's name from the pack; only one that has left the pack costs a statement."""
    pack = catalogue.get_pack()
    found = pack.localities.get(code) or pack.agencies.get(code)
    return found.label if found else organisations.get_agency(code=code).name


def _codes_in(value: Any) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        return tuple(value.get(part, "") for part in ("sub-district", "bank"))
    return (value,) if isinstance(value, str) else ()


def _by_code(code: str) -> organisations.Agency | None:
    is_here = code in catalogue.get_pack().localities
    return organisations.get_agency(code=code) if is_here else None


def _reason(reason: law.Reason) -> Reason:
    return Reason(text=reason.text, citation=reason.clause.text, holds=reason.holds)
