"""JSON Schemas of every kind of declaration, so that an editor completes keys and marks mistakes while typing."""

from typing import Any

from pydantic import BaseModel

from .schema.country import Agencies, Banks, LifeEvent, Locality, Ordinances, PackHead, Topics
from .schema.offices import Offices
from .schema.plain import PlainWords
from .schema.public_service import Guide
from .schema.search import SearchWordsFile
from .schema.service import Service

KINDS: dict[str, type[BaseModel]] = {
    "service": Service,
    "guide": Guide,
    "pack": PackHead,
    "agencies": Agencies,
    "offices": Offices,
    "banks": Banks,
    "topics": Topics,
    "life-event": LifeEvent,
    "locality": Locality,
    "ordinances": Ordinances,
    "search": SearchWordsFile,
    "plain-words": PlainWords,
}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def describe_schema(kind: str) -> dict[str, Any]:
    """
    Describe one kind of declaration as an author writes it: lists of named things are mappings by name.

    :raises KeyError: there is no such kind.
    """
    schema = KINDS[kind].model_json_schema(by_alias=True, mode="validation")
    definitions = schema.get("$defs", {})
    for one in (schema, *list(definitions.values())):
        for written in one.get("properties", {}).values():
            _allow_mapping(written, definitions)
    return {"$schema": _DRAFT, **schema, "required": [*schema.get("required", []), "schema"]}


def _allow_mapping(written: dict[str, Any], definitions: dict[str, Any]) -> None:
    """Let a list whose entries are marked as keyed be a mapping from that key to the rest of the entry."""
    key = written.pop("x-keyed-by", None)
    if key is None:
        return
    whole = definitions[written["items"]["$ref"].rpartition("/")[2]]
    entry = {
        **whole,
        "properties": {name: one for name, one in whole["properties"].items() if name != key},
        "required": [name for name in whole.get("required", []) if name != key],
    }
    for gone in ("type", "items", "minItems", "default"):
        written.pop(gone, None)
    written |= {"type": "object", "propertyNames": whole["properties"][key], "additionalProperties": entry}
