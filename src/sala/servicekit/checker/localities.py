"""Local authorities' overlays: they name what exists, and never touch who is eligible."""

from collections.abc import Iterator

from ..loader import Reading, name_nearest
from ..pack import PackReading
from ..problems import (
    Problem,
    UnknownBank,
    UnknownDocument,
    UnknownFile,
    UnknownService,
    WrongFolder,
)
from ..schema.country import Locality, Ordinances
from .subject import Country


def check_localities(reading: PackReading, country: Country) -> Iterator[Problem]:
    """Check what every locality names: its folder, services, documents, banks and seal."""
    for locality in reading.localities:
        if locality.model:
            yield from _check_locality(locality, locality.model, country)
    for ordinances in reading.ordinances:
        if ordinances.model:
            yield from _check_ordinances(ordinances, ordinances.model, country)


def _check_locality(reading: Reading[Locality], locality: Locality, country: Country) -> Iterator[Problem]:
    folder = reading.path.parent
    if locality.id != folder.name:
        yield WrongFolder(reading.place("locality"), name=locality.id, folder=folder.name)
    for slug in locality.services:
        if slug not in country.services:
            yield UnknownService(reading.place("services", slug), name=slug, near=name_nearest(slug, country.services))
    for i, signer in enumerate(locality.signers):
        if signer.document != "*" and signer.document not in country.documents:
            near = name_nearest(signer.document, country.documents)
            yield UnknownDocument(reading.place("signers", i, "document"), name=signer.document, near=near)
    for i, account in enumerate(locality.accounts):
        if account.bank not in country.banks:
            near = name_nearest(account.bank, country.banks)
            yield UnknownBank(reading.place("accounts", i, "bank"), name=account.bank, near=near)
    if locality.seal and not (folder / locality.seal).is_file():
        yield UnknownFile(reading.place("seal"), name=locality.seal)


def _check_ordinances(reading: Reading[Ordinances], model: Ordinances, country: Country) -> Iterator[Problem]:
    for i, ordinance in enumerate(model.ordinances):
        for slug in ordinance.fees:
            if slug not in country.services:
                near = name_nearest(slug, country.services)
                yield UnknownService(reading.place("ordinances", i, "fees", slug), name=slug, near=near)
