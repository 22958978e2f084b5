"""`sala load`: put the country's pack into the database."""

import os

import click


@click.command(help="Load the country's pack: agencies, areas, releases, and the demonstration's people.")
def command() -> None:
    """Load everything that a start may find changed; safe to repeat."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")
    import django

    django.setup()
    from datetime import UTC, datetime

    from sala.infra import keys
    from sala.sites.loading import load_everything

    keys.declare("key-encryption", "blind-index")
    for what, count in load_everything(at=datetime.now(UTC)).items():
        click.echo(f"  {what}: {count:,}")
