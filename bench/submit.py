"""
What a submitted application costs: CPU of the web processes, SQL statements and requests.

A signed-in applicant opens a two-page form of 15 fields and 3 rules, answers all of it, checks and submits; Sala then has
a case with its clock and its ledger entries. Beside it the same five pages in plain Django, turn by turn on the same
machine, database server and web server, so that what disturbs one disturbs both.

Rival: Open Forms 4.0, measured on this kind of machine with a comparable form and published with our first release's
goals. It cannot be run here, so plain Django is the reference that is measured beside it.
"""

import os
import socket
import struct
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from measuring import ours, rival, statements
from measuring.browser import Browser, UnexpectedAnswer
from measuring.figures import Figure, sum_up

APPLICANTS = 30
WARM_UPS = 12  # two web processes, each with templates and declarations still to read

PUBLISHED_CPU_MS, PUBLISHED_STATEMENTS = 318, 88
GOAL_CPU_MS, GOAL_STATEMENTS = 40, 30

_COMPANY = "0107544000108"
_OPENS = datetime.now(UTC) + timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one submission cost on average."""

    cpu_ms: float
    statements: float
    frames: float
    requests: float


@dataclass(frozen=True, slots=True)
class Measured:
    """Both sites' costs, our background work by part, and what was asked of the server, for whoever wants to know."""

    sala: Cost
    plain: Cost
    background_ms: dict[str, float]
    asked: statements.Asked


def main() -> None:
    """Measure and print; with `SALA_BENCH_STATEMENTS=1` every shape of statement too."""
    with tempfile.TemporaryDirectory(prefix="sala-bench-") as folder:
        measured = _measure(Path(folder))
    sala, plain = measured.sala, measured.plain
    figures = [
        Figure("submit-web-cpu", sala.cpu_ms, PUBLISHED_CPU_MS, "ms", GOAL_CPU_MS, True, plain.cpu_ms),
        Figure(
            "submit-statements",
            sala.statements,
            PUBLISHED_STATEMENTS,
            "statements",
            GOAL_STATEMENTS,
            True,
            plain.statements,
        ),
        Figure("submit-requests", sala.requests, plain.requests, "requests", plain.requests),
    ]
    if os.environ.get("SALA_BENCH_STATEMENTS"):
        _print_statements(measured.asked)
    print(
        f"plain Django: {plain.cpu_ms:.1f} ms of web CPU, {plain.statements:.1f} statements, {plain.frames:.1f} frames"
    )
    print(f"Sala, apart: {sala.frames:.1f} BEGIN and COMMIT, inside requests")
    for name, used in measured.background_ms.items():
        print(f"Sala, background: {used:.1f} ms of CPU in {name}, for each submission")
    print(*figures, sum_up("submit", figures), sep="\n")


def walk_sala(browser: Browser) -> None:
    """Go from the form's start to the receipt."""
    page = browser.send(browser.open("/apply/food-shop-notification/start"), {})
    page = browser.send(
        page,
        {
            "shop_place": "building",
            "area_square_metres": "45",
            "shop_name": "ครัวตัวอย่าง",
            "shop_address-house-number": "999/4",
            "shop_address-sub-district": "500104",
            "shop_address-postcode": "50100",
            "business": ["sell-food", "store-food"],
            "foods": "ข้าวแกง ก๋วยเตี๋ยว",
            "opens_on-day": str(_OPENS.day),
            "opens_on-month": str(_OPENS.month),
            "opens_on-year": str(_OPENS.year + 543),
        },
    )
    operator = {
        "operator": "company",
        "juristic_number": _COMPANY,
        "holds_place_as": "tenant",
        "food_handlers": "2",
        "phone": "0812345678",
        "email": "thotsop@example.com",
    }
    page = browser.send(page, operator, {"floor_plan": ("plan.png", PHOTO), "owner_consent": ("lease.png", PHOTO)})
    _require_end(browser.send(page, {"declared": "yes"}).path, "/receipt")


def walk_plain(browser: Browser) -> None:
    """Go the same way in plain Django."""
    page = browser.send(browser.open("/start/"), {})
    page = browser.send(
        page,
        {
            "shop_place": "building",
            "area_square_metres": "45",
            "shop_name": "ครัวตัวอย่าง",
            "house_number": "999/4",
            "sub_district": "500104",
            "postcode": "50100",
            "business": ["sell-food", "store-food"],
            "foods": "ข้าวแกง ก๋วยเตี๋ยว",
            "opens_on_day": str(_OPENS.day),
            "opens_on_month": str(_OPENS.month),
            "opens_on_year": str(_OPENS.year),
        },
    )
    operator = {
        "operator": "company",
        "juristic_number": _COMPANY,
        "holds_place_as": "tenant",
        "food_handlers": "2",
        "phone": "0812345678",
        "email": "thotsop@example.com",
    }
    page = browser.send(page, operator, {"floor_plan": ("plan.png", PHOTO), "owner_consent": ("lease.png", PHOTO)})
    _require_end(browser.send(page, {"declared": "on"}).path, "/receipt/")


def _measure(folder: Path) -> Measured:
    people = WARM_UPS + APPLICANTS
    with (
        ours.serving(folder, port=_free_port(), applicants=people) as sala,
        rival.serving(folder, socket_folder=sala.socket_folder, port=_free_port(), applicants=people) as plain,
    ):
        ours.wait_until_open(Browser(sala.port), "/health")
        ours.wait_until_open(plain.sign_in(0), "/start/")
        statements.log_everything(sala.database)
        ours_signed = [sala.sign_in(index) for index in range(people)]
        plain_signed = [plain.sign_in(index) for index in range(people)]
        _walk_in_turn(sala, ours_signed[:WARM_UPS], plain_signed[:WARM_UPS])
        measured = ours_signed[WARM_UPS:], plain_signed[WARM_UPS:]
        requests_before = _count_requests(measured[0]), _count_requests(measured[1])
        log_before, cpu_before, plain_before = sala.log.stat().st_size, sala.cpu_seconds(), plain.cpu_seconds()
        _walk_in_turn(sala, *measured)
        plain_used = plain.cpu_seconds() - plain_before
        web_used = sala.cpu_seconds()["web"] - cpu_before["web"]
        used = {name: after - cpu_before[name] for name, after in sala.cpu_seconds().items() if name != "web"}
        asked = statements.read_asked(sala.log, since=log_before)
        requests = _count_requests(measured[0]) - requests_before[0], _count_requests(measured[1]) - requests_before[1]
    return Measured(
        sala=_cost(web_used, asked, "web", requests[0]),
        plain=_cost(plain_used, asked, rival.NAME, requests[1]),
        background_ms={name: seconds * 1000 / APPLICANTS for name, seconds in used.items()},
        asked=asked,
    )


def _walk_in_turn(sala: ours.Sala, ours_signed: list[Browser], plain_signed: list[Browser]) -> None:
    """Walk one after the other, each after the background work of the one before: it would slow whoever is measured."""
    walks: list[tuple[Callable[[Browser], None], list[Browser]]] = [
        (walk_sala, ours_signed),
        (walk_plain, plain_signed),
    ]
    for index in range(len(ours_signed)):
        for walk, signed in walks if index % 2 else reversed(walks):
            walk(signed[index])
            signed[index].close()
            sala.wait_until_idle()


def _cost(seconds: float, asked: statements.Asked, who: str, requests: int) -> Cost:
    return Cost(
        cpu_ms=seconds * 1000 / APPLICANTS,
        statements=asked.statements[who] / APPLICANTS,
        frames=asked.frames[who] / APPLICANTS,
        requests=requests / APPLICANTS,
    )


def _count_requests(browsers: list[Browser]) -> int:
    return sum(browser.requests for browser in browsers)


def _require_end(path: str, end: str) -> None:
    if end not in path:
        raise UnexpectedAnswer(f"The form was not received: the journey ended at {path}")


def _print_statements(asked: statements.Asked) -> None:
    for who, shapes in asked.texts.items():
        print(f"--- {who}")
        for shape, count in shapes.most_common():
            print(f"{count / APPLICANTS:6.2f}  {shape}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _photo() -> bytes:
    """Make a picture of noise, as large as a small photograph of a kitchen."""
    side = 115
    rows = b"".join(b"\0" + os.urandom(side * 3) for _ in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


PHOTO = _photo()

if __name__ == "__main__":
    main()
