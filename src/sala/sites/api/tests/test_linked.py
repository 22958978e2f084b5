"""The catalogue as linked data: every JSON-LD document stands by itself, and says no more than the declarations do."""

import json
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from sala.domains.catalogue import public as catalogue
from sala.servicekit.schema.offer import Clock, Fee

from ..cpsv.services import tell_service

CV, CPSV = Namespace("http://data.europa.eu/m8g/"), Namespace("http://purl.org/vocab/cpsv#")
DCT, ORG = Namespace("http://purl.org/dc/terms/"), Namespace("http://www.w3.org/ns/org#")
HYDRA, XSD = Namespace("http://www.w3.org/ns/hydra/core#"), Namespace("http://www.w3.org/2001/XMLSchema#")
UNVERIFIED = URIRef("urn:sala:term:unverified")
ON = date(2026, 11, 20)

pytestmark = pytest.mark.django_db


def read(path: str) -> Graph:
    answer = Client().get(path)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/ld+json")
    return Graph().parse(data=answer.content, format="json-ld")


def named(kind: str, name: str) -> URIRef:
    return URIRef(f"{settings.SALA_ORIGIN}/id/{kind}/{name}")


def test_every_service_has_what_the_vocabulary_asks_of_each() -> None:
    told = read("/api/v1/catalogue.jsonld")

    services = set(told.subjects(RDF.type, CPSV.PublicService))
    assert services == {named("service", one.shown_path) for one in catalogue.list_public_services()}
    for service in services:
        assert list(told.objects(service, DCT.identifier)) == [Literal(str(service))]
        for said in (DCT.title, DCT.description):
            assert {one.language for one in told.objects(service, said) if isinstance(one, Literal)} == {"th", "en"}
        assert list(told.objects(service, CV.hasCompetentAuthority))


def test_nothing_is_left_out_of_the_graph_for_want_of_a_term() -> None:
    document = Client().get("/api/v1/services/passport-appointment.jsonld").json()

    def keys_in(value: Any) -> set[str]:
        if isinstance(value, list):
            return {key for one in value for key in keys_in(one)}
        return value.keys() | keys_in(list(value.values())) if isinstance(value, dict) else set()

    assert keys_in(document["@graph"]) - document["@context"].keys() == {"@id", "@type", "th", "en"}


def test_every_name_of_our_own_is_told_of_or_leads_to_where_it_is() -> None:
    told = read("/api/v1/services/passport-appointment.jsonld")

    ours = {str(one) for one in told.all_nodes() if isinstance(one, URIRef) and "/id/" in str(one)}
    assert ours
    assert [one for one in ours if Client().get(one.partition("#")[0]).status_code != 303] == []


def test_agencies_stand_as_a_tree() -> None:
    told = read("/api/v1/services/passport-appointment.jsonld")

    (parent,) = told.objects(named("agency", "consular"), ORG.subOrganizationOf)
    assert (parent, RDF.type, CV.PublicOrganisation) in told


def test_what_one_service_issues_and_another_asks_for_is_one_type() -> None:
    told = read("/api/v1/catalogue.jsonld")

    passport = named("document", "passport")
    assert set(told.subjects(DCT.type, passport)) and set(told.subjects(DCT.conformsTo, passport))


def test_a_time_limit_is_a_duration_and_says_when_its_days_are_working_days() -> None:
    service = catalogue.get_service(slug="food-shop-notification")
    within = Clock.model_validate({"length": 7, "unit": "working-days", "unverified": True})
    told = _graph(service.model_copy(update={"within": within}))

    me = named("service", "food-shop-notification")
    assert told.value(me, CV.processingTime) == Literal("P7D", datatype=XSD.duration)
    assert told.value(me, URIRef("urn:sala:term:countedIn")) == Literal("working-days")


def test_money_is_told_to_the_satang_with_its_mark() -> None:
    service = catalogue.get_service(slug="old-age-allowance")
    told = _graph(service.model_copy(update={"fee": Fee.model_validate({"amount": "20.50", "unverified": True})}))

    cost = told.value(named("service", "old-age-allowance"), CV.hasCost)
    assert str(told.value(cost, CV.hasValue)) == "20.5"
    assert told.value(cost, UNVERIFIED) == Literal(True)


def test_a_topic_is_told_as_the_theme_that_other_catalogues_know() -> None:
    service = next(one for one in catalogue.list_public_services() if one.topic and not one.discreet)
    theme = catalogue.get_pack().topics[str(service.topic)].theme

    (told,) = _graph(service).objects(named("service", service.shown_path), CV.thematicArea)
    assert str(told) == f"http://publications.europa.eu/resource/authority/data-theme/{theme}"


def test_a_moment_of_a_business_is_a_business_event() -> None:
    told = read("/api/v1/catalogue.jsonld")

    assert (named("life-event", "opening-a-business"), RDF.type, CV.BusinessEvent) in told
    assert (named("life-event", "growing-old"), RDF.type, CV.LifeEvent) in told


def test_a_discreet_service_is_told_under_its_neutral_name_only() -> None:
    hidden = next(one for one in catalogue.list_public_services() if one.discreet)
    for path in ("catalogue", f"services/{hidden.shown_path}"):
        text = Client().get(f"/api/v1/{path}.jsonld").content.decode()
        assert hidden.shown_name.th in text
        assert [word for word in (hidden.slug, hidden.name.th, hidden.summary.th, "เอดส์", "HIV") if word in text] == []


def test_a_long_catalogue_goes_on_from_page_to_page() -> None:
    seen: set[object] = set()
    address = "/api/v1/catalogue.jsonld?limit=40"
    while address:
        told = read(address)
        held = set(told.objects(predicate=DCT.hasPart))
        assert held and not held & seen
        seen |= held
        address = str(next(told.objects(predicate=HYDRA.next), ""))

    assert len(seen) == len(catalogue.list_public_services())


def test_a_former_name_leads_to_the_one_it_has_now() -> None:
    hidden = next(one for one in catalogue.list_public_services() if one.discreet)
    answer = Client().get(f"/api/v1/services/{hidden.slug}.jsonld")

    assert (answer.status_code, answer.headers["Location"]) == (303, f"/api/v1/services/{hidden.shown_path}.jsonld")


def test_a_name_leads_to_a_page_or_to_data_as_the_caller_asks() -> None:
    def lead(kind: str, name: str, accept: str) -> str:
        answer = Client().get(f"/id/{kind}/{name}", headers={"accept": accept})
        assert (answer.status_code, answer.headers["Vary"]) == (303, "Accept")
        return answer.headers["Location"]

    assert lead("service", "old-age-allowance", "text/html,*/*;q=0.8") == "/services/old-age-allowance"
    assert lead("service", "old-age-allowance", "application/ld+json") == "/api/v1/services/old-age-allowance.jsonld"
    assert lead("agency", "dopa", "text/html,*/*;q=0.8") == "/agencies/dopa"
    assert lead("agency", "dopa", "application/ld+json") == "/api/v1/agencies/dopa.jsonld"


@pytest.mark.parametrize("path", ["services/no-such.jsonld", "agencies/no-such.jsonld"])
def test_what_does_not_exist_is_problem_json(path: str) -> None:
    answer = Client().get(f"/api/v1/{path}")

    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


def test_who_has_the_newest_copy_is_sent_nothing() -> None:
    first = Client().get("/api/v1/services/old-age-allowance.jsonld")
    again = Client().get("/api/v1/services/old-age-allowance.jsonld", headers={"if-none-match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def _graph(service: Any) -> Graph:
    document = tell_service(service, catalogue.get_pack(), on=ON)
    return Graph().parse(data=json.dumps(document), format="json-ld")
