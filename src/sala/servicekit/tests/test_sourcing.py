"""Each fact of a service is counted once: with a source, to be confirmed, both or neither."""

from pathlib import Path

import pytest

from sala.servicekit.pack import Pack, load_pack
from sala.servicekit.sourcing import Tally, list_facts, tally_by_key, tally_facts

from .conftest import GUIDE, Spoil


def test_a_guide_counts_what_it_tells(small: Pack) -> None:
    guide = small.guides["dog-passport"]

    assert [key for key, _ in list_facts(guide)] == ["documents", "fee", "within", "contact", "requirements"]
    assert tally_facts(guide) == Tally(facts=5, sourced=0, unverified=5, unmarked=0)


def test_facts_inside_facts_count_too(small: Pack) -> None:
    keys = [key for key, _ in list_facts(small.services["dog-registration"])]

    assert keys == ["documents", "fee", "within", "purposes", "exits", "appeal"]


@pytest.mark.parametrize(
    ("written", "tally"),
    [
        ("{kind: counter}", Tally(5, 0, 5, 0)),
        ('{kind: phone, to: "1164"}', Tally(6, 0, 5, 1)),
        ('{kind: phone, to: "1164", unverified: true}', Tally(6, 0, 6, 0)),
        ('{kind: phone, to: "1164", source: {th: ข่าว, en: News}}', Tally(6, 1, 5, 0)),
        ('{kind: phone, to: "1164", unverified: true, source: {th: ข่าว, en: News}}', Tally(6, 1, 6, 0)),
    ],
)
def test_a_channel_counts_where_it_states_a_fact(country: Path, spoil: Spoil, written: str, tally: Tally) -> None:
    assert spoil("{kind: counter, offices: [livestock-office]}", written, GUIDE) == ()
    assert tally_facts(load_pack(country).guides["dog-passport"]) == tally


def test_a_step_counts_where_it_names_a_place(country: Path, spoil: Spoil) -> None:
    step = "en: Take the dog to the checkpoint"
    assert spoil(step, f"{step}, where: {{th: ด่านแม่สอด, en: Mae Sot}}", GUIDE) == ()

    assert tally_facts(load_pack(country).guides["dog-passport"]).unmarked == 1


def test_facts_of_many_services_are_counted_by_key(small: Pack) -> None:
    tallies = tally_by_key([*small.services.values(), *small.guides.values()])

    assert tallies["documents"] == Tally(facts=2, sourced=0, unverified=2, unmarked=0)
    assert sum(tallies.values(), Tally()).facts == 11
