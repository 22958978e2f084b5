"""`sala docs`: write the reference of docs/reference/ from the code."""

import os
from pathlib import Path

import click


@click.command(help="Write every page of the reference that the code has outgrown.")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), default=Path("docs/reference"))
def command(into: Path) -> None:
    """Write the pages and name those that changed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")
    import django

    django.setup()
    from sala.cli.documenting import write_reference

    for name in write_reference(into):
        click.echo(f"  {into / name}")
