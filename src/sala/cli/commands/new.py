"""`sala new`: make a new service folder that passes `sala check`."""

from pathlib import Path

import click

from sala.kernel.bilingual import Text
from sala.servicekit.scaffold import make_service

MADE = Text(
    th="สร้าง {folder} แล้ว แก้ service.yaml แล้วตรวจด้วย `sala check {folder}`",
    en="Made {folder}. Edit service.yaml, then run `sala check {folder}`",
)


@click.group(help="Make something new.")
def command() -> None:
    """Hold the kinds of things that can be made."""


@command.command(help="Make a service folder: SLUG is its permanent name, AGENCY the code of the agency in charge.")
@click.argument("slug")
@click.option("--agency", required=True, help="Code in agencies.yaml or localities/.")
@click.option("--th", required=True, help="Name in Thai.")
@click.option("--en", required=True, help="Name in English.")
@click.option("--pack", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("thailand"))
def service(slug: str, agency: str, th: str, en: str, pack: Path) -> None:
    """Make the folder and say what to do next."""
    made = MADE.fill(folder=make_service(pack=pack, slug=slug, agency=agency, name=Text(th=th, en=en)))
    click.echo(f"{made.th}\n{made.en}")
