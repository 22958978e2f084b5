"""`sala run`: everything Sala needs on one machine, in one tree of processes."""

import os

import click

from sala.cli.running import tree
from sala.infra import modes


@click.command(help="Start the database, the web server, the job worker and the rest, and keep them running.")
def command() -> None:
    """Read the installation from the environment and run it until told to stop."""
    tree.run(modes.from_environment(os.environ))
