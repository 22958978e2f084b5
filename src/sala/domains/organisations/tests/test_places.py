"""Who serves which place: pure."""

import pytest

from ..logic.places import PlaceSharedTwice, assign_places, places_of


def test_a_shared_sub_district_belongs_to_one_authority_by_village_and_to_another_for_the_rest() -> None:
    places = assign_places(
        {"mae-hia-town": places_of(["500107"], {"500107": [4]}), "chiang-mai-city": places_of(["500107"], {})}
    )
    assert places == {("500107", 4): "mae-hia-town", ("500107", 0): "chiang-mai-city"}


def test_two_authorities_cannot_serve_the_same_place() -> None:
    with pytest.raises(PlaceSharedTwice) as refused:
        assign_places({"mae-hia-town": [("500107", 0)], "chiang-mai-city": [("500107", 0)]})
    assert "500107" in refused.value.text.th and "500107" in refused.value.text.en
