"""`sala simulate`: what laws come to for a whole population, as they stand and under reforms."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from sala.cli.asking.naming import lang_option, language, on_option, pack_option, refuse_law
from sala.kernel.bilingual import Lang, Text
from sala.rulekit import Law, find_main_rules, load_laws
from sala.rulekit.form import RuleId

_MAKING = Text(th="สร้างประชากรสังเคราะห์", en="Making a synthetic population")
_COUNTING = Text(th="คำนวณ", en="Counting")

Progress = Callable[[int, int], None]


@click.command(help="Work out LAW or LAW.RULE, or several, for everyone in a population.")
@click.argument("names", metavar="LAW...", nargs=-1, required=True)
@click.option(
    "--population", type=click.Path(exists=True, path_type=Path), help="A population file, or a folder of them."
)
@click.option("--synthetic", type=click.IntRange(min=1), help="Make so many people instead.")
@click.option("--seed", type=int, default=1, help="Of the synthetic population: the same seed makes the same people.")
@on_option
@click.option("--reform", "reforms", type=click.Path(exists=True, dir_okay=False, path_type=Path), multiple=True)
@click.option("--by", default="", help="Groups, as in province,age_band,income_decile.")
@click.option("--engine", type=click.Choice(("local", "spark")), default="local")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file: .csv, .json or .parquet.")
@click.option("--cache", type=click.Path(file_okay=False, path_type=Path), help="A folder that keeps compiled kernels.")
@lang_option
@pack_option
def command(
    names: tuple[str, ...],
    population: Path | None,
    synthetic: int | None,
    seed: int,
    on: date,
    reforms: tuple[Path, ...],
    by: str,
    engine: str,
    out: Path | None,
    cache: Path | None,
    lang: Lang | None,
    pack: Path,
) -> None:
    """Simulate, and write tables or a file."""
    if (population is None) == (synthetic is None):
        raise click.UsageError("one of --population FILE and --synthetic N")
    # What counts a nation takes half a second to load: only this command pays.
    from sala.cli.counting.files import write_file
    from sala.cli.counting.tables import write_result
    from sala.rulekit import nation
    from sala.rulekit.population.reading import Population

    spoken, laws = language(lang), load_laws(pack / "laws")
    plan = nation.Plan(
        rules=_rules(names, laws),
        on=on,
        reforms=tuple(nation.load_reform(path, laws) for path in reforms),
        by=tuple(by.split(",")) if by else (),  # type: ignore[arg-type]  # what is no grouping is refused by name
    )
    with TemporaryDirectory(prefix="sala-") as folder:
        where = population or _made(Path(folder), synthetic or 0, seed, on, spoken)
        with _bar(_COUNTING[spoken]) as progress:
            result = nation.simulate(
                laws,
                plan,
                Population.open(where),
                engine="spark" if engine == "spark" else "local",
                progress=progress,
                cache=cache or Path(folder),
            )
    if out is not None:
        write_file(result, out)
    for line in write_result(result, spoken):
        click.echo(line)


def _rules(names: tuple[str, ...], laws: dict[str, Law]) -> tuple[RuleId, ...]:
    """Find the rules that are meant; a law alone means those that come to money and that none of its others asks."""
    found: dict[RuleId, None] = {}
    for name in names:
        law, _, rule = name.partition(".")
        if law not in laws:
            raise refuse_law(law, laws)
        found |= dict.fromkeys([laws[law].rule(rule).form.id] if rule else find_main_rules([laws[law]]))
    return tuple(found)


def _made(folder: Path, persons: int, seed: int, on: date, lang: Lang) -> Path:
    from sala.rulekit.population.synthetic import write_population

    path = folder / "people.parquet"
    with _bar(_MAKING[lang]) as progress:
        write_population(path, persons=persons, seed=seed, on=on, progress=progress)
    return path


@contextmanager
def _bar(label: str) -> Iterator[Progress]:
    """Show how far the work is, beside what is written for other programs."""
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield progress
