"""`sala interview`: be asked what a law needs to know, and no more."""

import sys
from datetime import date
from pathlib import Path

import click

from sala.cli.asking.conversation import Conversation
from sala.cli.asking.naming import calendar_of, find_rule, lang_option, language, on_option, pack_option
from sala.kernel.bilingual import Lang


@click.command(help="Answer what can still change the answer of LAW or LAW.RULE, one question at a time.")
@click.argument("law")
@on_option
@lang_option
@pack_option
def command(law: str, on: date, lang: Lang | None, pack: Path) -> None:
    """Ask until the answer is known. Nothing is kept."""
    found, rule = find_rule(law, pack)
    Conversation(
        law=found,
        rule=rule,
        on=on,
        lang=language(lang),
        calendar=calendar_of(pack),
        say=click.echo,
        listen=_listen,
    ).run()


def _listen(prompt: str) -> str | None:
    """Read one line; None where the input has ended. What comes through a pipe is shown, as if it were typed."""
    click.echo(prompt, nl=False)
    typed = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo(typed.rstrip("\n"))
    return typed or None
