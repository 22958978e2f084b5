"""`sala people`: how to sign in to the demonstration, as each of its people."""

import os

import click


@click.command(help="Say whom one may sign in as in the demonstration, and what each can try.")
def command() -> None:
    """Print one line for each fictional person, officers with their role and agency."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")
    import django

    django.setup()
    from django.conf import settings

    from sala.cli.running import words
    from sala.domains.identity import public as identity

    lang = words.terminal_language()
    words.say(words.SIGN_IN, address=f"{settings.SALA.origin}/sign-in")
    for person in identity.list_demonstration_people():
        click.echo(f"  {person.number.shown}  {person.name[lang]} · {person.about[lang]}")
