"""The catalogue as strangers' validators see it: the shapes that the vocabulary's own makers published."""

from pathlib import Path

import pytest
from django.test import Client
from pyshacl import validate
from rdflib import Graph

SHAPES = Path(__file__).parent / "cpsv_ap" / "cpsv-ap-SHACL.ttl"

pytestmark = [pytest.mark.conformance, pytest.mark.django_db]


@pytest.mark.parametrize(
    "path",
    [
        "catalogue.jsonld",
        "catalogue.jsonld?limit=10&after=c",
        "services/old-age-allowance.jsonld",
        "services/passport-appointment.jsonld",
        "services/subsistence-allowance.jsonld",
        "agencies/dopa.jsonld",
    ],
)
def test_the_linked_data_keeps_the_shapes_of_cpsv_ap(path: str) -> None:
    told = Graph().parse(data=Client().get(f"/api/v1/{path}").content, format="json-ld")

    conforms, _, report = validate(told, shacl_graph=str(SHAPES))

    assert conforms, report
