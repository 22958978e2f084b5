"""The inbox: what waits, by the nearest legal deadline, and nothing that names a person."""

import pytest

from .conftest import NOW, Files


def test_first(files_case: Files, desk_of) -> None:
    case = files_case("food-shop-notification", "shop-owner")
    desk = desk_of("officer")
    page = desk.get("/desk")
    print(page.status_code, page.content.decode()[-3000:])
    print(desk.get(f"/desk/cases/{case}").content.decode()[-9000:])
    assert 0
