"""`registers.md`: every register of the pack, what it can answer, and why it may be read."""

from sala.domains.organisations import public as organisations
from sala.domains.registries import public as registries
from sala.kernel.bilingual import Text

from . import markdown
from .markdown import code, table


def page() -> str:
    """Write the page."""
    return markdown.page(
        "Registers",
        "What the state knows already, so that nobody is asked twice. A purpose reads only the facts it names, each reading\n"
        "stands in the person's access view, and what is not declared here cannot be read.",
        *map(_describe, registries.list_registers()),
    )


def _describe(register: registries.Register) -> str:
    owner = organisations.get_pack().get_name(register.owner)
    facts = [(code(one.name), _both(one.label), one.type, one.data_class) for one in register.facts.values()]
    purposes = [
        (
            code(one.name),
            _both(one.label),
            one.basis,
            ", ".join(sorted(one.facts)),
            "; ".join(law.th for law in one.law),
        )
        for one in register.purposes.values()
    ]
    return "\n\n".join(
        (
            f"## {_both(register.label)}",
            f"{code(register.name)}, kept by {_both(owner)}, under {'; '.join(map(_both, register.law))}.",
            table(("Fact", "Name", "Type", "Class of data"), facts),
            table(("Purpose", "Why", "Legal basis", "Facts", "Law"), purposes),
        )
    )


def _both(text: Text) -> str:
    return f"{text.th} · {text.en}"
