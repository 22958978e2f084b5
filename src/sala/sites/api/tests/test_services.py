"""The services for programs: words to services, best first, and never a person's numbers."""

from typing import Any

import pytest
from django.test import Client

from sala.domains.catalogue import public as catalogue
from sala.sites.api.services import MOST_LISTED, ServicesOut

pytestmark = pytest.mark.django_db


def find(**asked: str) -> Any:
    answer = Client().get("/api/v1/services", asked)
    assert answer.status_code == 200
    return answer.json()


def test_words_find_their_service_first() -> None:
    found = find(q="ทำใบขับขี่ใหม่ครั้งแรกต้องใช้อะไรบ้าง")

    ServicesOut.model_validate(found)
    assert found["items"][0]["service"] == "driving-licence-first"
    assert found["items"][0]["page"] == "/services/driving-licence-first"


def test_a_question_about_a_moment_of_life_gives_its_services() -> None:
    found = find(q="พ่อเพิ่งเสีย ต้องไปติดต่อที่ไหนบ้าง")

    assert found["life_event"] == "death-in-the-family"
    assert found["items"]
    assert all("death-in-the-family" in item["life_events"] for item in found["items"])


def test_without_words_every_service_is_listed_page_by_page() -> None:
    first = find()
    rest = find(after=first["next"])

    slugs = [item["service"] for item in (*first["items"], *rest["items"])]
    assert len(first["items"]) == MOST_LISTED
    assert rest["next"] is None
    assert slugs == sorted(one.shown_path for one in catalogue.list_public_services())


def test_a_discreet_service_bears_only_its_neutral_name() -> None:
    discreet = [one for one in catalogue.list_public_services() if one.discreet]

    listed = {item["service"]: item for item in find(after="a" * 3)["items"]} | {
        item["service"]: item for item in find()["items"]
    }

    assert discreet
    for service in discreet:
        assert service.slug not in listed
        assert (listed[service.shown_path]["summary"], listed[service.shown_path]["life_events"]) == (None, [])


@pytest.mark.parametrize(
    "typed",
    ["", " ", "x" * 10_000, "🙂🙂", "'; DROP TABLE--", "<script>", "1-2345-67890-12-3", "ສະບາຍດີ", "ជំរាប", "ที่ ไหน"],
)
def test_anything_typed_gets_an_answer(typed: str) -> None:
    ServicesOut.model_validate(find(q=typed))
