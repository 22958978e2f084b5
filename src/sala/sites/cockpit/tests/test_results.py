"""What a simulation found, as a page and as a table: counted by the worker over a small synthetic population."""

import csv
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings
from tests.cast import Browser, forget_jobs, work_off_queue

from .test_asking import form

PERSONS = 6000
CHARTS = ("options", "deciles", "winners", "bands", "provinces")

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the population is kept once it is made."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture
def counted(
    transactional_db: None, browser: Browser, settings: Settings, folder: Path
) -> Callable[..., tuple[Client, str]]:
    """Ask for a simulation, have it counted, and give the policy maker's browser with the address of the result."""
    settings.VAR = folder
    settings.SALA = replace(settings.SALA, population=PERSONS)
    forget_jobs()

    def count(**values: str) -> tuple[Client, str]:
        maker = browser("policy-maker")
        address = maker.post("/cockpit/new/values", form(**values))["Location"]
        work_off_queue()
        return maker, address

    return count


TWO = {
    "options": "2",
    "o2-n0": "30,000",
    "o2-n1-below": "0",
    "o2-n1-start-0": "60",
    "o2-n1-gives-0": "2000",
}


def test_a_result_says_what_it_costs_who_gains_and_what_is_not_sure(
    counted: Callable[..., tuple[Client, str]],
) -> None:
    maker, address = counted(**TWO)

    thai, english = (maker.get(f"{lang}{address}").content.decode() for lang in ("", "/en"))

    assert "ค่าใช้จ่ายของรัฐ" in thai and "ล้านบาท (±" in thai
    assert "กฎหมายที่ใช้อยู่จริงไม่เปลี่ยน" in thai and "ประชากรสังเคราะห์ 6,000 คน" in thai
    assert "Nobody in it is real" in english and "The standard error of the drawing is" in english
    assert "https://nso.go.th/" in english
    assert re.findall(r'<svg class="sala-chart[^"]*" role="img" aria-labelledby="(\w+)-name', thai) == list(CHARTS)
    assert re.search(r"กลุ่ม 1(–\d)? ต่ำสุด", thai) and "กลุ่ม 10 สูงสุด" in thai
    assert thai.count("<table") == len(CHARTS) + 1
    assert "เสร็จแล้ว" in maker.get("/cockpit").content.decode()


def test_each_law_and_each_option_has_its_own_view(counted: Callable[..., tuple[Client, str]]) -> None:
    maker, address = counted(**TWO)

    tax = {n: maker.get(address, {"rule": "personal_income_tax.tax", "option": n}).content.decode() for n in "12"}

    assert "ค่าใช้จ่ายของรัฐเพิ่มขึ้น" in tax["1"] and "ค่าใช้จ่ายของรัฐลดลง" in tax["2"]
    assert "จ่ายน้อยลงนับเป็นได้เพิ่ม" in tax["1"]
    assert maker.get(address, {"rule": "x", "option": "9"}).status_code == 200


def test_the_table_holds_every_sum_to_be_added_up_again(counted: Callable[..., tuple[Client, str]]) -> None:
    maker, address = counted()

    answer = maker.get(f"/en{address}/result.csv")

    rows = [row for row in csv.DictReader(answer.content.decode("utf-8-sig").splitlines()) if row["Rule"]]
    wanted = [row for row in rows if row["Rule"] == "personal_income_tax.tax" and row["Option"] == "Option 1"]
    (nation,) = (float(row["Change of cost to the state (baht a year)"]) for row in wanted if row["Group"] == "")
    provinces = [row for row in wanted if row["Divided by"] == "Province"]
    assert "Chiang Mai" in {row["Group"] for row in provinces}
    assert sum(float(row["Change of cost to the state (baht a year)"]) for row in provinces) == pytest.approx(nation)
    assert answer["Content-Disposition"].startswith("attachment;")
