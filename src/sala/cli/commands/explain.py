"""`sala explain`: what a law says of one case, and why."""

import json
from datetime import date
from pathlib import Path

import click

from sala.cli.asking.naming import calendar_of, find_rule, lang_option, language, on_option, pack_option
from sala.cli.asking.paper import write_explanation
from sala.kernel.bilingual import Lang
from sala.kernel.errors import SalaError
from sala.rulekit import Explanation, load_case, plain_explanation


@click.command(help="Decide the case in a file of facts (YAML or JSON) by LAW or LAW.RULE, and say why.")
@click.argument("law")
@click.option("--facts", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@on_option
@lang_option
@click.option("--json", "as_json", is_flag=True, help="Write JSON for a program.")
@pack_option
def command(law: str, facts: Path, on: date, lang: Lang | None, as_json: bool, pack: Path) -> None:
    """Decide, and write the conclusion, the reasons, the numbers, what is missing and what would change it."""
    found, rule = find_rule(law, pack)
    case = load_case(facts)
    try:
        outcome = found.decide(rule.name, case.facts, on, calendar=calendar_of(pack))
    except SalaError as refusal:
        raise case.locate(refusal) from refusal
    explained = Explanation(outcome)
    if as_json:
        click.echo(json.dumps(plain_explanation(explained), ensure_ascii=False, indent=2))
        return
    for line in write_explanation(explained, language(lang)):
        click.echo(line)
