"""`laws.md`: every law of the pack, the Acts it cites, its numbers with their days and sources, and its rules."""

from sala.domains.law import public as law
from sala.kernel.bilingual import Text
from sala.rulekit import Act, DatedValue, Law, Rule

from . import markdown
from .markdown import code, table


def page() -> str:
    """Write the page."""
    return markdown.page(
        "Laws",
        "Every law that a service can name. A number that is not verified comes from a secondary source; a lawyer corrects\n"
        "it in `rates.yaml` without touching code.",
        *map(_describe, law.list_laws()),
    )


def _describe(found: Law) -> str:
    numbers = [row for dated in found.rates.values.values() for row in map(_number_row, dated)]
    return "\n\n".join(
        (
            f"## {_both(found.title)}",
            f"{code(found.name)}; asked about days from {found.rates.in_force_from.isoformat()} on.",
            table(("Act", "Royal Gazette", "Text read", "Source"), map(_act_row, found.rates.acts.values())),
            table(("Number", "From", "Until", "Value", "Unit", "Verified", "Review by", "Source"), numbers),
            table(("Rule", "Provision", "What it says where it holds"), map(_rule_row, found.rules.values())),
        )
    )


def _act_row(act: Act) -> tuple[str, ...]:
    return _both(act.title), act.gazette.text.th if act.gazette else "", _yes(act.read), act.source


def _number_row(dated: DatedValue) -> tuple[str, ...]:
    return (
        f"{code(dated.name)} {dated.label.th}",
        dated.from_.isoformat(),
        dated.until.isoformat() if dated.until else "",
        dated.text.en.removeprefix("- ").replace("\n- ", "; "),
        dated.unit,
        _yes(dated.verified),
        dated.reviewed_until.isoformat(),
        dated.source,
    )


def _rule_row(rule: Rule) -> tuple[str, ...]:
    return code(rule.name), _both(rule.citation.text), _both(rule.doc.holds)


def _both(text: Text) -> str:
    return f"{text.th} · {text.en}"


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
