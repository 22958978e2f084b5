"""`sala simulate`: what a law, and a change of it, means for a whole population."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import click

from sala.cli.asking.naming import find_rules, lang_option, language, on_option, pack_option
from sala.cli.simulating.people import kept_under, open_population, progress_bar
from sala.cli.simulating.rows import Sums, check_name, write_rows
from sala.cli.simulating.tables import write_tables
from sala.kernel.bilingual import Lang, Text
from sala.rulekit import load_laws, nation
from sala.rulekit.nation.errors import GroupNotKnown
from sala.rulekit.population.layout import About
from sala.servicekit.areas import load_areas

_COUNTING = Text(th="คำนวณ", en="Counting")
_COUNTED = Text(
    th="คำนวณ {persons} คน {households} ครัวเรือน ใช้เวลา {seconds} วินาที",
    en="{persons} persons in {households} households, {seconds} s",
)
_SYNTHETIC = Text(
    th="ผลนี้คิดจากประชากรสังเคราะห์ ไม่ใช่ข้อมูลของบุคคลใด",
    en="This was counted over a synthetic population: nobody in it is real",
)
_REPRESENTS = Text(
    th="ประชากร {persons} คนนี้แทน {represents} คน คูณยอดด้วย {factor} เพื่อประมาณทั้งประเทศ",
    en="These {persons} persons stand for {represents}: multiply the sums by {factor} for the whole country",
)
_ASIDE = Text(
    th="กันไว้ไม่นับ {persons} คน ใน {households} ครัวเรือน เพราะข้อมูลผิด",
    en="Set aside and not counted, for what is wrong with their rows: persons {persons}, households {households}",
)
_WRITTEN = Text(th="เขียน {file} แล้ว", en="Wrote {file}")


@click.command(help="Count LAW or LAW.RULE over a population, with reforms beside the law as it stands.")
@click.argument("laws", nargs=-1, required=True)
@click.option(
    "--population", type=click.Path(exists=True, path_type=Path), help="A Parquet file, a row for each person."
)
@click.option("--synthetic", type=click.IntRange(1), help="Make a synthetic population of so many persons.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="Of the synthetic population.")
@on_option
@click.option("--reform", "reforms", type=click.Path(exists=True, dir_okay=False, path_type=Path), multiple=True)
@click.option("--by", default="", help="Divide by any of province,age_band,income_decile.")
@click.option("--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Also write .csv, .json or .parquet.")
@lang_option
@pack_option
def command(
    laws: tuple[str, ...],
    population: Path | None,
    synthetic: int | None,
    seed: int,
    on: date,
    reforms: tuple[Path, ...],
    by: str,
    engine: Literal["local", "spark"],
    out: Path | None,
    lang: Lang | None,
    pack: Path,
) -> None:
    """Count, and write tables; say plainly whom they are about."""
    said = language(lang)
    check_name(out)
    known = load_laws(pack / "laws")
    plan = nation.Plan(
        rules=find_rules(laws, known),
        on=on,
        reforms=tuple(nation.load_reform(file, known) for file in reforms),
        by=_read_groupings(by),
    )
    people = open_population(population, synthetic=synthetic, seed=seed, on=on, lang=said)
    with progress_bar(_COUNTING[said], length=people.persons) as tell:
        result = nation.simulate(known, plan, people, engine=engine, progress=tell, cache=kept_under())
    sums = Sums(result, known)
    for line in write_tables(sums, plan.by, load_areas(pack / "areas").provinces, said):
        click.echo(line)
    for line in _about(result, people.about, said):
        click.echo(line)
    if out is not None:
        write_rows(out, sums, plan.by)
        click.echo(_WRITTEN.fill(file=out)[said])


def _read_groupings(by: str) -> tuple[nation.Grouping, ...]:
    """
    Read `province,age_band`.

    :raises GroupNotKnown: people cannot be grouped so.
    """
    asked = [each.strip() for each in by.split(",") if each.strip()]
    for each in asked:
        if each not in nation.GROUPINGS:
            raise GroupNotKnown(group=each, known=", ".join(nation.GROUPINGS))
    return tuple(known for known in nation.GROUPINGS if known in asked)


def _about(result: nation.Result, about: About, lang: Lang) -> Iterator[str]:
    """Say whom the sums are about, what they leave out, and how far they can be trusted."""
    yield ""
    counted = {"persons": f"{result.persons:,}", "households": f"{result.households:,}"}
    yield _COUNTED.fill(**counted, seconds=f"{result.seconds:,.1f}")[lang]
    if result.is_synthetic:
        yield (about.says or _SYNTHETIC)[lang]
    if about.represents and about.represents != result.persons:
        factor = f"{about.represents / result.persons:,.2f}"
        yield _REPRESENTS.fill(persons=f"{result.persons:,}", represents=f"{about.represents:,}", factor=factor)[lang]
    aside = result.set_aside
    if aside.persons_aside:
        yield _ASIDE.fill(persons=f"{aside.persons_aside:,}", households=f"{aside.households_aside:,}")[lang]
        yield from (f"  {found.text[lang]}" for found in aside.found)
