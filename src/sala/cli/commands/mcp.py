"""`sala mcp`: answer an assistant's questions about services, over the Model Context Protocol."""

import os
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
    """Speak the protocol until the assistant closes the pipe. No database is needed: the catalogue stands in memory."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")
    if pack is not None:
        os.environ["SALA_PACK"] = str(pack.resolve())
    import django

    django.setup()
    from sala.sites.assistant.server import make_server

    make_server(today=_today).run("stdio")


def _today() -> date:
    return thai_day(datetime.now(UTC))
