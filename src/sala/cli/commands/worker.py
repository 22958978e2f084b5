"""`sala worker`: do the background jobs."""

import os

import click


@click.command(help="Run background jobs until stopped.")
def command() -> None:
    """Run every queue; the only process that may load the keys that seal documents."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")
    import django

    django.setup()
    from sala.domains.catalogue import public as catalogue
    from sala.infra import keys, worker

    keys.declare("key-encryption", "blind-index", "seal")
    catalogue.follow_editions()
    worker.run()
