"""`sala run`: everything Sala needs on one machine, in one tree of processes."""

import os

import click

from sala.cli.running import tree, words
from sala.infra import modes
from sala.kernel.errors import SalaError


@click.command(help="Start the database, the web server, the job worker and the rest, and keep them running.")
def command() -> None:
    """Read the installation from the environment and run it until told to stop."""
    try:
        tree.run(modes.from_environment(os.environ))
    except SalaError as refusal:
        raise click.ClickException(refusal.text[words.terminal_language()]) from refusal
