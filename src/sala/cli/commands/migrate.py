"""`sala migrate`: bring the tables up to date, as the role that owns them."""

import os

import click


@click.command(help="Bring the database's tables up to date.")
def command() -> None:
    """Run every migration as sala_owner; serving processes never hold that role."""
    os.environ["SALA_DB_ROLE"] = "sala_owner"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
