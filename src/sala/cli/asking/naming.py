"""Which law, which rule and which day a command means, and the calendar of the pack."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import click

from sala.cli.running.words import terminal_language
from sala.domains.law.contracts import LawNotFound
from sala.kernel.bilingual import LANGS, Lang, Text
from sala.kernel.calendars import WorkingCalendar
from sala.kernel.days import parse_date, thai_day
from sala.kernel.errors import SalaError
from sala.rulekit import Law, Rule, find_main_rules, load_law
from sala.rulekit.form import RuleId

pack_option = click.option(
    "--pack",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("thailand"),
    help="The country's pack.",
)
lang_option = click.option("--lang", type=click.Choice(LANGS), help="th or en; the terminal's language by default.")


class RuleNeeded(SalaError):
    """The law answers several questions, and none was named."""

    code = "rule-needed"
    message = Text(
        th="กฎหมาย “{law}” มีหลายกฎให้ถาม ระบุชื่อกฎด้วย เช่น {law}.{first} ที่มีคือ {known}",
        en='The law "{law}" has several rules to ask: name one, such as {law}.{first}. There are {known}',
    )


class DayParam(click.ParamType[date]):
    """A day as people write it, in either era."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day."""
        if isinstance(value, date):
            return value
        try:
            return parse_date(str(value))
        except SalaError as refusal:
            self.fail(f"{refusal.text.th} · {refusal.text.en}", param, ctx)


on_option = click.option("--on", type=DayParam(), default=lambda: today(), help="The day; today by default.")


def today() -> date:
    """Read the clock: the day in Thailand."""
    return thai_day(datetime.now(UTC))


def refuse_law(name: str, known: Iterable[str]) -> LawNotFound:
    """Make the refusal of a law that the pack does not have."""
    return LawNotFound(name=name, known=", ".join(sorted(known)))


def find_law(name: str, pack: Path) -> Law:
    """
    Load one law of a pack.

    :raises LawNotFound: the pack has none of this name.
    """
    folder = pack / "laws" / name
    if not name.isidentifier() or not (folder / "rules.py").is_file():
        raise refuse_law(name, (one.parent.name for one in pack.glob("laws/*/rules.py")))
    return load_law(folder)


def find_rule(name: str, pack: Path) -> tuple[Law, Rule]:
    """
    Load the law of a rule: `old_age_allowance.eligible`, or `old_age_allowance` for the one it is asked by default.

    :raises LawNotFound: the pack has no such law.
    :raises RuleNotFound: the law has no such rule.
    :raises RuleNeeded: only the law is named, and several of its rules could be meant.
    """
    law_name, _, rule = name.partition(".")
    law = find_law(law_name, pack)
    if rule:
        return law, law.rule(rule)
    main, *others = (rule_id.name for rule_id in find_main_rules([law]))
    if others:
        raise RuleNeeded(law=law.name, first=main, known=", ".join(law.rules))
    return law, law.rule(main)


def find_rules(names: Iterable[str], laws: Mapping[str, Law]) -> tuple[RuleId, ...]:
    """
    Find the rules that names mean: those named, and for a law alone the money it comes to.

    :raises LawNotFound: none of the laws has the name.
    :raises RuleNotFound: the law has no such rule.
    """
    named: list[RuleId] = []
    whole: list[Law] = []
    for name in names:
        law_name, _, rule = name.partition(".")
        if law_name not in laws:
            raise refuse_law(law_name, laws)
        if rule:
            named.append(laws[law_name].rule(rule).form.id)
        else:
            whole.append(laws[law_name])
    return tuple(dict.fromkeys([*named, *find_main_rules(whole)]))


def calendar_of(pack: Path) -> WorkingCalendar | None:
    """Load the pack's calendar, if it has one."""
    folder = pack / "calendar"
    return WorkingCalendar.load(folder) if folder.is_dir() else None


def language(lang: Lang | None) -> Lang:
    """Take the language that was named, else the terminal's."""
    return lang or terminal_language()
