"""Turn one file into one model, or into exact problems: never half of each."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sala.kernel.bilingual import LANGS, Text
from sala.kernel.errors import SalaError

from . import problems as found
from .expectations import describe_expected
from .problems import Place, Problem
from .schema.country import Overlay
from .schema.service import Service
from .source import SourceFile, read_source
from .upgrades import CURRENT, upgrade

Model = TypeVar("Model", bound=BaseModel)
LANGUAGES = {"th": Text(th="ภาษาไทย", en="Thai"), "en": Text(th="ภาษาอังกฤษ", en="English")}
NOTHING_NEAR = Text(th="ไม่มี", en="none")


class DeclarationInvalid(SalaError):
    """A declaration has problems, and nothing of it may be used."""

    code = "declaration-invalid"
    status = 500
    message = Text(
        th="ไฟล์ประกาศมีปัญหา {count} ข้อ ข้อแรก: {first}", en="Problems in the declaration: {count}. The first: {first}"
    )

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        place = str(problems[0].place)
        what = problems[0].what
        super().__init__(count=len(problems), first=Text(th=f"{place} {what.th}", en=f"{place} {what.en}"))


@dataclass(frozen=True, slots=True)
class Reading(Generic[Model]):
    """What came of reading a file: its model where it is sound, its source where it is YAML, and its problems."""

    path: Path
    model: Model | None
    source: SourceFile | None
    problems: tuple[Problem, ...]

    def place(self, *loc: str | int) -> Place:
        """Say where in the file something stands."""
        return self.source.locate(loc) if self.source else Place(str(self.path))


def load_service(folder: Path) -> Service:
    """
    Load the service of one folder, checked on its own.

    What it names elsewhere (laws, agencies, registers) is checked by `check_pack`, which sees the whole pack.
    :raises DeclarationInvalid: the file has problems.
    """
    reading = read_model(folder / "service.yaml", Service, root=folder.parent)
    if reading.model is None or reading.problems:
        raise DeclarationInvalid(reading.problems)
    return reading.model


def read_model(path: Path, model: type[Model], *, root: Path) -> Reading[Model]:
    """Read a file into its model; names in problems are relative to `root`."""
    return validate(path, *read_source(path, shown_as=path.relative_to(root).as_posix()), model)


def validate(
    path: Path, source: SourceFile | None, problems: tuple[Problem, ...], model: type[Model]
) -> Reading[Model]:
    """Make a model of a file that was read."""
    if source is None or problems:
        return Reading(path, None, source, problems)
    wrong_version = _check_version(source)
    if wrong_version is not None:
        return Reading(path, None, source, (wrong_version,))
    try:
        return Reading(path, model.model_validate(upgrade(source.data)), source, ())
    except ValidationError as error:
        details = error.errors(include_url=False)
        return Reading(path, None, source, tuple(_explain(detail, source, model) for detail in details))


def name_nearest(name: str, known: Iterable[str]) -> object:
    """Name up to three known words nearest to one that is not known."""
    return ", ".join(difflib.get_close_matches(name, list(known), n=3, cutoff=0.5)) or NOTHING_NEAR


def _check_version(source: SourceFile) -> Problem | None:
    version = source.data.get("schema")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        return found.SchemaMissing(source.locate(("schema",)), current=CURRENT)
    if version > CURRENT:
        return found.SchemaTooNew(source.locate(("schema",)), found=version, current=CURRENT)
    return None


def _explain(detail: ErrorDetails, source: SourceFile, model: type[BaseModel]) -> Problem:
    """Turn one complaint of pydantic into the problem an author can act on."""
    loc, kind = detail["loc"], detail["type"]
    place, key = source.locate(loc), _shown_key(loc)
    context = detail.get("ctx", {})
    match kind:
        case "extra_forbidden" if issubclass(model, Overlay) and key in model.NEVER:
            return found.OverlaySetsEligibility(place, key=key)
        case "extra_forbidden":
            return found.UnknownKey(place, key=key, near=name_nearest(key, _keys_of(model)))
        case "unknown_language":
            return found.UnknownKey(place, key=context["key"], near=", ".join(LANGS))
        case "missing_translation":
            return _untranslated(place, key, context["lang"])
        case "missing" if loc[-1] in LANGS:
            return _untranslated(place, _shown_key(loc[:-1]), str(loc[-1]))
        case "missing":
            return found.MissingKey(place, key=key)
        case "unsourced":
            return found.Unsourced(place, key=key)
        case _:
            return found.WrongValue(
                place, key=key, value=_shorten(detail["input"]), expected=describe_expected(kind, context)
            )


def _untranslated(place: Place, key: str, lang: str) -> Problem:
    return found.MissingTranslation(place, key=key, lang=lang, language=LANGUAGES[lang])


def _shown_key(loc: tuple[str | int, ...]) -> str:
    """Name the last key of a path that an author wrote; positions and the tags of a choice are not theirs."""
    return next((part for part in reversed(loc) if isinstance(part, str) and not part.startswith("(")), "schema")


def _shorten(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:57]}..."


def _keys_of(model: type[BaseModel]) -> set[str]:
    """Gather every key that this kind of file may hold anywhere, for suggestions."""
    schema = model.model_json_schema(by_alias=True)
    objects = [schema, *schema.get("$defs", {}).values()]
    return {key for one in objects for key in one.get("properties", {})}
