"""`sala schema`: write the JSON Schema by which editors complete and check declarations."""

import json

import click

from sala.servicekit.editor import KINDS, describe_schema


@click.command(help="Write the JSON Schema of one kind of declaration.")
@click.argument("kind", type=click.Choice(sorted(KINDS)), default="service")
def command(kind: str) -> None:
    """Write the schema as JSON."""
    click.echo(json.dumps(describe_schema(kind), ensure_ascii=False, indent=2))
