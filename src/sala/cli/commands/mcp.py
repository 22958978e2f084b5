"""`sala mcp`: answer an assistant's questions about services, over the Model Context Protocol."""

import os
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import click

from sala.kernel.days import thai_day


@click.command(
    help="Serve find_service, explain_service and check_eligibility on standard input and output; read only."
)
@click.option(
    "--pack",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The country's pack; by default the one of this installation.",
)
def command(pack: Path | None) -> None:
    """
    Speak the protocol until the assistant closes the pipe.

    The catalogue and the law stand in memory, read from the pack. Where the installation's database answers, what a desk
    has published since comes from there; without one the folders are told.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")
    if pack is not None:
        os.environ["SALA_PACK"] = str(pack.resolve())
    import django

    django.setup()
    from django.db import DatabaseError, connection

    from sala.domains.catalogue import public as catalogue
    from sala.sites.assistant.server import make_server

    with suppress(DatabaseError):
        catalogue.refresh()
    connection.close()
    make_server(today=_today).run("stdio")


def _today() -> date:
    return thai_day(datetime.now(UTC))
