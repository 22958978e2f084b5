"""`sala check`: find everything that is wrong with a pack, or with one folder of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from sala.kernel.bilingual import LANGS, Lang, Text
from sala.kernel.days import thai_day
from sala.servicekit import examine_pack
from sala.servicekit.schema.public_service import PublicService
from sala.servicekit.sourcing import Tally, tally_by_key, tally_facts

GOOD = Text(th="ตรวจ {path} แล้ว ไม่พบปัญหา", en="{path} is sound")
WARNED = Text(th="มีข้อที่ควรทบทวน {count} ข้อใน {path}", en="Worth another look in {path}: {count}")
BAD = Text(th="พบปัญหา {count} ข้อใน {path}", en="Problems in {path}: {count}")
FACTS = Text(
    th="ข้อเท็จจริง {facts} ข้อใน {services} บริการ บอกที่มา {sourced} หน่วยงานต้องยืนยัน {unverified} ยังไม่บอกทั้งสองอย่าง {unmarked}",
    en="Facts: {facts}, of services: {services}. With a source: {sourced}, to be confirmed: {unverified}, saying neither: {unmarked}",
)
_HEADS = ("facts", "sourced", "unverified", "unmarked")


@click.command(help="Check a pack, or one folder of it: form, names, laws, conditions, pages, steps, and how it reads.")
@click.argument("path", type=click.Path(exists=True, path_type=Path), default=Path("thailand"))
@click.option("--lang", type=click.Choice(LANGS), help="Write in one language only.")
@click.option("--facts", is_flag=True, help="Count for each service what names a source and what must be confirmed.")
def command(path: Path, lang: Lang | None, facts: bool) -> None:
    """Write each problem, and each warning, with its place, reason and remedy; status 1 if there is any problem."""
    langs = (lang,) if lang else LANGS
    examined = examine_pack(path, on=thai_day(datetime.now(UTC)))
    problems = examined.problems
    for found in (*problems, *examined.warnings):
        click.echo(found.explain(*langs), err=True)
    if examined.warnings:
        _say(WARNED.fill(path=path, count=len(examined.warnings)), langs, err=True)
    _say((BAD if problems else GOOD).fill(path=path, count=len(problems)), langs, err=bool(problems))
    if not problems:
        _tell_facts(examined.services, langs, each=facts)
    raise SystemExit(1 if problems else 0)


def _tell_facts(services: Sequence[PublicService], langs: Iterable[Lang], *, each: bool) -> None:
    """Say how many facts name a source and how many must be confirmed: of all, and where asked of each service and kind."""
    tallies = {service.slug: tally_facts(service) for service in services}
    if not tallies:
        return
    total = sum(tallies.values(), Tally())
    if each:
        for line in (*_table("service", tallies), "", *_table("key", tally_by_key(services)), ""):
            click.echo(line)
    counts = {name: getattr(total, name) for name in _HEADS}
    _say(FACTS.fill(services=len(tallies), **counts), langs)


def _table(head: str, rows: dict[str, Tally]) -> Iterator[str]:
    width = max(map(len, (head, *rows)))
    yield "  ".join((head.ljust(width), *_HEADS))
    for name, tally in rows.items():
        yield "  ".join((name.ljust(width), *(str(getattr(tally, one)).rjust(len(one)) for one in _HEADS)))


def _say(text: Text, langs: Iterable[Lang], *, err: bool = False) -> None:
    for lang in langs:
        click.echo(text[lang], err=err)
