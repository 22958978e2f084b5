"""Read a declaration: a YAML 1.2 file that starts with `schema: 1`."""

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from .bilingual import Text
from .errors import SalaError


class DeclarationUnreadable(SalaError):
    """A declaration is not a mapping in valid YAML 1.2."""

    code = "declaration-unreadable"
    status = 500
    message = Text(
        th="อ่านไฟล์ {file} ไม่ได้: {what} ตรวจรูปแบบ YAML ตรงที่ระบุ แล้วบันทึกใหม่",
        en="{file} cannot be read: {what}. Mend the YAML at that place and save it again",
    )


class SchemaNotSupported(SalaError):
    """A declaration does not start with a schema that this version reads."""

    code = "schema-not-supported"
    status = 500
    message = Text(
        th="ไฟล์ {file} ต้องขึ้นต้นด้วย schema: 1 แต่พบ {found}",
        en="{file} must start with `schema: 1`, but it says {found}",
    )


def read_declaration(path: Path) -> dict[str, Any]:
    """
    Read one declaration and hand back its keys, `schema` left out.

    YAML 1.2, because YAML 1.1 reads `on:` as True and `NO` as False.

    :raises DeclarationUnreadable: the file is not a YAML mapping; says the line.
    :raises SchemaNotSupported: its schema is not 1.
    """
    try:
        content = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except (YAMLError, UnicodeDecodeError) as problem:
        raise DeclarationUnreadable(file=path.name, what=" ".join(str(problem).split())) from problem
    if not isinstance(content, dict):
        raise DeclarationUnreadable(file=path.name, what="not a mapping of keys to values")
    schema = content.pop("schema", None)
    if schema != 1:
        raise SchemaNotSupported(file=path.name, found="no schema" if schema is None else repr(schema))
    return content
