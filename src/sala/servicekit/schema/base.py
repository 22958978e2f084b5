"""The ground of every model: closed, frozen, bilingual, and honest about where a fact comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from sala.kernel.bilingual import LANGS, Text

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
FactId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$", max_length=60)]
LawName = FactId
RuleName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", max_length=120)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


def _require_both_languages(value: Any) -> Any:
    """Name the language that is missing, and any key that is no language, before the sentence is built."""
    if not isinstance(value, dict):
        return value
    for lang in LANGS:
        if not str(value.get(lang) or "").strip():
            raise PydanticCustomError("missing_translation", "no words in {lang}", {"lang": lang})
    for key in value:
        if key not in LANGS:
            raise PydanticCustomError("unknown_language", "{key} is no language here", {"key": str(key)})
    return value


Sentence = Annotated[Text, BeforeValidator(_require_both_languages)]


class Declared(BaseModel):
    """Anything an author declares: nothing unknown gets in, and nothing changes afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy what was declared, without what the original has worked out and kept: a changed copy does so anew."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


class Named(Declared):
    """A thing whose words stand beside its other keys, as `th:` and `en:`."""

    th: Words
    en: Words

    @property
    def label(self) -> Text:
        """The words in both languages."""
        return Text(th=self.th, en=self.en)


class Marked(Declared):
    """What may say where it comes from: it names its source, or says aloud that nobody has verified it, or both."""

    source: Sentence | None = None
    unverified: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether it says anything of where it comes from."""
        return self.source is not None or self.unverified

    @property
    def states_a_fact(self) -> bool:
        """Whether it says something that could be wrong."""
        return True


class Sourced(Marked):
    """A fact of law or practice, which must say where it comes from."""

    @model_validator(mode="after")
    def _say_where_it_comes_from(self) -> Self:
        if not self.is_marked:
            raise PydanticCustomError("unsourced", "neither source nor unverified")
        return self


@dataclass(frozen=True, slots=True)
class KeyedBy:
    """
    Read `{account: {...}}` as `[{id: account, ...}]`, in the order written.

    An author writes a mapping, because a name then cannot stand twice; readers of the model get a tuple.
    """

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Name the entries before the list itself is read."""
        return core_schema.no_info_before_validator_function(self._name_entries, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Mark the list, so that the schema for editors can show it as the mapping it is in the file."""
        return {**handler(schema), "x-keyed-by": self.key}

    def _name_entries(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return [{self.key: name, **entry} if isinstance(entry, dict) else entry for name, entry in value.items()]


keyed_by_id = KeyedBy("id")
keyed_by_value = KeyedBy("value")
