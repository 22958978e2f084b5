"""What a service tells the law: our facts under the law's names, and nothing that the law does not know."""

from collections.abc import Collection, Mapping
from typing import Any

from .schema.conditions import holds
from .schema.offer import Decide


def law_facts(decide: Decide, facts: Mapping[str, Any], *, needed: Collection[str]) -> dict[str, Any]:
    """
    Name a case's facts as the law names them.

    A fact that the law needs is ours of the same name, ours of another name, or the answer of a condition; what is not
    known is left out, and the law says so.

    :param needed: the names of the facts that the law's entity has.

    >>> decide = Decide.model_validate({"by": "a.b", "facts": {"is_thai": {"fact": "nationality", "is": "TH"}}})
    >>> law_facts(decide, {"nationality": "TH", "phone": "081"}, needed=["is_thai", "born"])
    {'is_thai': True}
    """
    found = {name: _find(decide, facts, name) for name in needed}
    return {name: value for name, value in found.items() if value is not None}


def _find(decide: Decide, facts: Mapping[str, Any], name: str) -> Any:
    answer = decide.facts.get(name, name)
    return facts.get(answer) if isinstance(answer, str) else holds(answer, facts)
