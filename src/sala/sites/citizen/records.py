"""
The record of processing: what each service uses, why, on which basis and for how long, read from its declaration.

Source: Personal Data Protection Act B.E. 2562, s. 39 (records of processing) and s. 23 (what people are told).
"""

from dataclasses import dataclass

from sala.domains.catalogue import public as catalogue
from sala.kernel.bilingual import Text
from sala.servicekit.schema.facts import Purpose
from sala.servicekit.schema.service import Service

from .wording import agency_text, basis_text, kept_text


@dataclass(frozen=True, slots=True)
class PurposeRecord:
    """One purpose: the facts used for it, told and fetched apart."""

    purpose: Text
    basis: Text
    kept: Text
    kept_unverified: bool
    told: tuple[Text, ...]
    fetched: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ServiceRecord:
    """One service's record; `path` is its name in addresses, and the anchor of its record."""

    path: str
    name: Text
    agency: Text
    purposes: tuple[PurposeRecord, ...]


def list_records() -> tuple[ServiceRecord, ...]:
    """Give the record of every service, under the name it bears in public."""
    pack = catalogue.get_pack()
    return tuple(
        ServiceRecord(
            path=service.shown_path,
            name=service.shown_name,
            agency=agency_text(service, pack),
            purposes=tuple(_record(service, each) for each in service.purposes),
        )
        for service in catalogue.list_services()
    )


def _record(service: Service, purpose: Purpose) -> PurposeRecord:
    return PurposeRecord(
        purpose=purpose.label,
        basis=basis_text(purpose),
        kept=kept_text(purpose.retention),
        kept_unverified=purpose.retention.unverified,
        told=tuple(fact.label for fact in service.ask if fact.purpose == purpose.id),
        fetched=tuple(fact.label for fact in service.know if fact.purpose == purpose.id),
    )
