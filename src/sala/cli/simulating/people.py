"""The population of a simulation: a file, or a synthetic one that is made once and kept under `var/`."""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from sala.infra import modes
from sala.kernel.bilingual import Lang, Text
from sala.kernel.errors import SalaError
from sala.rulekit.population.published import THAILAND
from sala.rulekit.population.reading import Population
from sala.rulekit.population.synthetic import write_population

_MAKING = Text(th="สร้างประชากรสังเคราะห์", en="Making the synthetic population")


class PopulationNeeded(SalaError):
    """A simulation runs over one population: a file, or a synthetic one."""

    code = "population-needed"
    message = Text(
        th="ระบุประชากรอย่างใดอย่างหนึ่ง: --population แฟ้ม.parquet หรือ --synthetic จำนวนคน",
        en="Name one population: --population FILE.parquet or --synthetic NUMBER",
    )


def open_population(file: Path | None, *, synthetic: int | None, seed: int, on: date, lang: Lang) -> Population:
    """
    Open the population of a file, or the synthetic one of so many people; that is made where it is not kept yet.

    :raises PopulationNeeded: neither is named, or both are.
    :raises PopulationNotFound: and the other refusals of a population file.
    """
    if (file is None) is (synthetic is None):
        raise PopulationNeeded
    if file is not None:
        return Population.open(file)
    assert synthetic is not None  # noqa: S101  one of the two is named
    return Population.open(_have_synthetic(synthetic, seed=seed, on=on, lang=lang))


def kept_under() -> Path:
    """Name the folder where synthetic populations, and what is worked out of them, are kept."""
    return modes.from_environment(os.environ).var / "populations"


def _have_synthetic(persons: int, *, seed: int, on: date, lang: Lang) -> Path:
    """Give the file; its name holds all that it is made from, so another one is another file."""
    published = hashlib.sha256(THAILAND.read_bytes()).hexdigest()[:12]
    file = kept_under() / f"synthetic-{persons}-{seed}-{on.isoformat()}-{published}.parquet"
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        with progress_bar(_MAKING[lang], length=persons) as tell:
            write_population(file, persons=persons, seed=seed, on=on, progress=tell)
    return file


@contextmanager
def progress_bar(label: str, *, length: int) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar, and give what it is told by: how many are done, and of how many."""
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:

        def tell(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield tell
