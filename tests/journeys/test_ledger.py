"""Whatever was walked through before, the record of it is whole."""

from tests.running import Site

from .applying import apply
from .conftest import NewVisitor


def test_the_record_is_whole(site: Site, visitor: NewVisitor) -> None:
    apply(visitor("shop-owner"), "food-shop-notification")

    verified = site.verify_ledger()

    assert verified.returncode == 0, verified.stdout + verified.stderr
