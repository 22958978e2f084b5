"""`sala export-services`: write what desks published back into the folders of the pack."""

import os
from pathlib import Path

import click

from sala.cli.running import words
from sala.kernel.bilingual import Text

WRITTEN = Text(th="{service}: เขียนฉบับที่ {number} ลงโฟลเดอร์แล้ว", en="{service}: wrote edition {number} into its folder")
NOTHING = Text(th="ทุกโฟลเดอร์ตรงกับฉบับปัจจุบันอยู่แล้ว", en="Every folder already holds its current edition")


@click.command(help="Write each service's current edition back into its folder, byte for byte.")
@click.option("--into", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The pack; else SALA_PACK.")
def command(into: Path | None) -> None:
    """Name every file that was written or removed; afterwards folders and database say the same."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")
    import django

    django.setup()
    from django.conf import settings

    from sala.domains.catalogue import public as catalogue

    exported = catalogue.export_editions(root=into or Path(settings.SALA_PACK))
    for one in exported:
        words.say(WRITTEN, service=one.service, number=one.number)
        for file in one.files:
            click.echo(f"    {file}")
    if not exported:
        words.say(NOTHING)
