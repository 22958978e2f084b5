"""How far two places are, and what the Thai pack says of where its districts' towns lie."""

from pathlib import Path

import pytest

from sala.servicekit.areas import load_areas
from sala.servicekit.positions import Position, kilometres_between, load_positions

AREAS = Path(__file__).parents[4] / "thailand" / "areas"
EQUATOR_QUARTER_KILOMETRES = 10_007.5
BANGKOK, CHIANG_MAI = Position(13.7563, 100.5018), Position(18.7883, 98.9853)


def test_a_place_is_no_distance_from_itself() -> None:
    assert kilometres_between(BANGKOK, BANGKOK) == 0


def test_the_way_back_is_as_long_as_the_way_there() -> None:
    assert kilometres_between(BANGKOK, CHIANG_MAI) == pytest.approx(kilometres_between(CHIANG_MAI, BANGKOK))


@pytest.mark.parametrize("other", [Position(0, 90), Position(0, -90), Position(90, 0), Position(-90, 45)])
def test_a_quarter_of_the_earth_is_ten_thousand_kilometres_in_every_direction(other: Position) -> None:
    assert kilometres_between(Position(0, 0), other) == pytest.approx(EQUATOR_QUARTER_KILOMETRES, rel=0.001)


def test_the_other_side_of_the_earth_is_twice_as_far() -> None:
    assert kilometres_between(Position(0, 0), Position(0, 180)) == pytest.approx(
        2 * EQUATOR_QUARTER_KILOMETRES, rel=0.001
    )


def test_the_date_line_makes_no_detour() -> None:
    assert kilometres_between(Position(0, 179.5), Position(0, -179.5)) == pytest.approx(111.2, abs=0.1)


def test_every_position_belongs_to_a_district_and_lies_in_the_country() -> None:
    positions = load_positions(AREAS)

    assert positions.keys() <= load_areas(AREAS).districts.keys()
    assert all(5.6 < one.latitude < 20.5 and 97.3 < one.longitude < 105.7 for one in positions.values())


def test_no_town_is_the_town_of_two_districts() -> None:
    positions = load_positions(AREAS)
    assert len(set(positions.values())) == len(positions)


def test_the_towns_of_a_province_lie_together() -> None:
    """A town matched in the wrong province would lie farther off than any province of the country is long."""
    positions = load_positions(AREAS)

    for code, town in positions.items():
        others = [other for its, other in positions.items() if its[:2] == code[:2] and its != code]
        assert min(kilometres_between(town, other) for other in others) < 100, code


def test_a_pack_may_know_no_position(tmp_path: Path) -> None:
    assert load_positions(tmp_path) == {}
