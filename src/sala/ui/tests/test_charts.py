"""A chart holds all of its values with what is not sure of them, and says in words and patterns what its colours say."""

import re

import pytest
from jinja2 import Environment

from sala.ui.charts import Datum, Pair, Place, lay_bars, lay_pairs, lay_tiles

from . import gallery


@pytest.mark.parametrize("values", [(10.0, 5.0), (-10.0, -5.0), (10.0, -3.0, 0.0), (0.0, 0.0), ()])
def test_every_bar_and_its_uncertainty_lie_between_the_words_and_the_numbers(values: tuple[float, ...]) -> None:
    chart = lay_bars([Datum("a", value, "", error=2.0) for value in values])

    assert 27.0 <= chart.zero <= 76.0
    for bar in chart.bars:
        assert min(bar.x, bar.low) >= 27.0 and max(bar.x + bar.width, bar.high) <= 76.01


def test_a_bar_begins_at_zero_whichever_way_it_goes() -> None:
    more, less = lay_bars([Datum("a", 10, "+10"), Datum("b", -5, "−5")]).bars

    assert more.x == pytest.approx(less.x + less.width)
    assert more.width == pytest.approx(2 * less.width)


def test_no_uncertainty_draws_no_whisker() -> None:
    sure, unsure = lay_bars([Datum("a", 10, ""), Datum("b", 10, "", error=3)]).bars

    assert not sure.has_whisker and unsure.has_whisker


def test_both_sides_have_one_scale() -> None:
    (row,) = lay_pairs([Pair("a", 50, 100, "", "")]).rows

    assert row.right == 2 * row.left


def test_nothing_on_either_side_is_drawn_as_nothing() -> None:
    (row,) = lay_pairs([Pair("a", 0, 0, "", "")]).rows

    assert (row.left, row.right) == (0, 0)


def test_a_map_is_as_large_as_its_furthest_tile() -> None:
    drawn = lay_tiles([Place("a", "A", 3, 7, 1.0, ""), Place("b", "B", 0, 0, 0.0, "")])

    assert (drawn.columns, drawn.rows) == (4, 8)
    assert [(tile.sign, tile.level) for tile in drawn.tiles] == [("more", 4), ("none", 1)]


def test_a_chart_has_a_name_a_description_and_a_pattern(environment: Environment) -> None:
    html = gallery.draw(environment, "charts", "en")

    for svg in re.findall(r'<svg class="[^"]*" role="img".*?</svg>', html, re.DOTALL):
        named = re.search(r'aria-labelledby="(\S+) (\S+)"', svg)
        assert named and f'<title id="{named[1]}">' in svg and f'<desc id="{named[2]}">' in svg
    assert 'fill="url(#bars-less)"' in html
    assert html.count('id="bars-less"') == 1
