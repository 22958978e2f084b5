"""`sala check`: find everything that is wrong with a pack, or with one folder of it."""

from datetime import UTC, datetime
from pathlib import Path

import click

from sala.kernel.bilingual import LANGS, Lang, Text
from sala.kernel.days import thai_day
from sala.servicekit import check_pack, list_warnings

GOOD = Text(th="ตรวจ {path} แล้ว ไม่พบปัญหา", en="{path} is sound")
WARNED = Text(th="มีข้อที่ควรทบทวน {count} ข้อใน {path}", en="Worth another look in {path}: {count}")
BAD = Text(th="พบปัญหา {count} ข้อใน {path}", en="Problems in {path}: {count}")


@click.command(help="Check a pack, or one folder of it: form, names, laws, conditions, pages, steps and words.")
@click.argument("path", type=click.Path(exists=True, path_type=Path), default=Path("thailand"))
@click.option("--lang", type=click.Choice(LANGS), help="Write in one language only.")
def command(path: Path, lang: Lang | None) -> None:
    """Write each problem, and each warning, with its place, reason and remedy; status 1 if there is any problem."""
    langs = (lang,) if lang else LANGS
    problems = check_pack(path)
    for problem in problems:
        click.echo(problem.explain(*langs), err=True)
    warnings = list_warnings(path, on=thai_day(datetime.now(UTC)))
    for warning in warnings:
        click.echo(warning.explain(*langs), err=True)
    for each in langs if warnings else ():
        click.echo(WARNED.fill(path=path, count=len(warnings))[each], err=True)
    summary = (BAD if problems else GOOD).fill(path=path, count=len(problems))
    for each in langs:
        click.echo(summary[each], err=bool(problems))
    raise SystemExit(1 if problems else 0)
