"""What a measurement counts and prints: a figure that is wrong here would be believed everywhere."""

import os
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from measuring.answers import SCHEMA, Differences, count_unknown, differences
from measuring.browser import Page
from measuring.figures import Figure, sum_up
from measuring.processes import cpu_seconds
from measuring.statements import read_asked

LOG = """\
asked by web|LOG:  statement: BEGIN
asked by web|LOG:  statement: SELECT '1'
asked by web|LOG:  execute _pg3_0: INSERT INTO a
\tVALUES (1)
asked by web|LOG:  statement: SAVEPOINT "s1"
asked by web|LOG:  statement: ROLLBACK TO SAVEPOINT "s1"
asked by worker|LOG:  statement:\x20
\tSELECT 2
asked by web|LOG:  statement: COMMIT
asked by web|LOG:  could not receive data from client
"""


def test_statements_are_counted_by_program_and_begin_and_commit_apart(tmp_path: Path) -> None:
    log = tmp_path / "postgres.log"
    log.write_text(LOG)
    asked = read_asked(log, since=0)
    assert asked.statements == {"web": 4, "worker": 1}
    assert asked.frames == {"web": 2}


def test_what_was_asked_before_the_measurement_does_not_count(tmp_path: Path) -> None:
    log = tmp_path / "postgres.log"
    log.write_text(LOG)
    before = log.stat().st_size
    with log.open("a") as stream:
        stream.write("asked by web|LOG:  statement: SELECT 3\n")
    assert read_asked(log, since=before).statements == {"web": 1}


def test_a_figure_says_whether_its_goal_is_met() -> None:
    cpu = Figure("submit-web-cpu", ours=31.25, rival=318, unit="ms", goal=40, published=True, reference=60)
    line = "submit-web-cpu: ours=31.2 rival=318 (published) reference=60 unit=ms ratio=0.0983 goal=40 met"
    assert str(cpu) == line


def test_where_more_is_better_the_goal_is_the_least() -> None:
    found = Figure("search-first", ours=0.9, rival=0.5, unit="share", goal=0.85, more_is_better=True)
    assert str(found) == "search-first: ours=0.9 rival=0.5 unit=share ratio=1.80 goal=0.85 met"


def test_one_figure_that_falls_short_shows_in_the_last_line() -> None:
    met = Figure("submit-requests", ours=9, rival=9, unit="requests", goal=9)
    short = Figure("submit-statements", ours=31, rival=88, unit="statements", goal=30)
    assert sum_up("submit", [met]) == "submit: 1 of 1 met"
    assert sum_up("submit", [met, short]) == "submit: short, 1 of 2"


def test_a_form_is_sent_with_its_hidden_fields_to_where_it_says() -> None:
    html = """<form action="/find"><input type="hidden" name="q" value="1"></form>
    <form action="/apply" method="post"><input type="hidden" name="version" value="3"><input name="shop_name"></form>"""
    form = Page("/here", 200, html).form()
    assert form.action == "/apply"
    assert form.hidden == {"version": "3"}


def test_cpu_is_read_from_the_kernel() -> None:
    before = cpu_seconds(os.getpid())
    until = time.process_time() + 0.2
    while time.process_time() < until:
        pass
    assert 0.1 <= cpu_seconds(os.getpid()) - before < 2


def test_answers_differ_in_satang_or_stand_where_the_judge_says_otherwise_or_lack(tmp_path: Path) -> None:
    def answers(name: str, *tax: int | None) -> Path:
        path = tmp_path / f"{name}.parquet"
        rows = [{"income_tax": one} for one in tax]
        pq.write_table(pa.Table.from_pylist(rows, SCHEMA), path)
        return path

    ours, judge = answers("ours", 105, 7, 8, None, None), answers("judge", 100, None, None, 9, None)
    whole = answers("whole", 100, 7, 0, 9, 5)

    assert differences(ours, judge=judge, completions=(whole,)) == Differences(satang=5, invented=1, missing=1)
    assert count_unknown(judge) == 3 + 5 * (len(SCHEMA.names) - 1)
