"""Make a new service folder that passes the checker, with every part an author must fill in."""

import json
import re
from pathlib import Path
from string import Template

from sala.kernel.bilingual import LANGS, Text
from sala.kernel.errors import SalaError

from ..checker import check_pack
from ..loader import DeclarationInvalid

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST_SLUG = 60
_ABOUT = Text(
    th="# {name}\n\nเขียนตรงนี้ว่าใครใช้บริการนี้ได้ ต้องเตรียมอะไร และจะเกิดอะไรขึ้นหลังจากยื่น\n",
    en="# {name}\n\nSay here who can use this service, what to have at hand, and what happens after they apply.\n",
)


class SlugNotAllowed(SalaError):
    """A service's permanent name cannot stand in a web address."""

    code = "slug-not-allowed"
    status = 422
    message = Text(
        th="ชื่อถาวร {slug} ใช้ไม่ได้ ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลาง เช่น dog-registration",
        en="{slug} cannot be a permanent name. Use lower-case letters, digits and hyphens, such as dog-registration",
    )


class SlugTaken(SalaError):
    """Another service has this permanent name."""

    code = "slug-taken"
    status = 409
    message = Text(
        th="มีบริการชื่อ {slug} อยู่แล้วที่ {folder} เลือกชื่ออื่น",
        en="A service named {slug} already stands in {folder}. Choose another name",
    )


def make_service(*, pack: Path, slug: str, agency: str, name: Text) -> Path:
    """
    Make `services/<agency>/<slug>/` with a declaration and a page in each language; give the folder.

    A folder that would not pass the checker is not left behind.
    :raises SlugNotAllowed: the name cannot stand in a web address.
    :raises SlugTaken: a service has this name.
    :raises DeclarationInvalid: the agency, say, does not exist.
    """
    if not _SLUG.fullmatch(slug) or len(slug) > _LONGEST_SLUG:
        raise SlugNotAllowed(slug=slug)
    if taken := next(pack.glob(f"services/*/{slug}"), None):
        raise SlugTaken(slug=slug, folder=taken.relative_to(pack).as_posix())
    if not _SLUG.fullmatch(agency):
        raise SlugNotAllowed(slug=agency)
    folder = pack / "services" / agency / slug
    files = _compose(slug, agency, name)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    if problems := check_pack(folder):
        _remove(folder, files)
        raise DeclarationInvalid(problems)
    return folder


def _compose(slug: str, agency: str, name: Text) -> dict[str, str]:
    """Write each file's text; names are quoted as JSON, which is YAML too."""
    template = Template((Path(__file__).parent / "service.yaml").read_text("utf-8"))
    words = {lang: json.dumps(name[lang], ensure_ascii=False) for lang in LANGS}
    about = _ABOUT.fill(name=name)
    return {
        "service.yaml": template.substitute(slug=slug, agency=agency, **words),
        **{f"content/{lang}/about.md": about[lang] for lang in LANGS},
    }


def _remove(folder: Path, files: dict[str, str]) -> None:
    """Take back what was written, and the folders that are empty then."""
    for path in files:
        (folder / path).unlink()
    emptied = {parent for path in files for parent in (folder / path).parents if parent.is_relative_to(folder)}
    for each in sorted(emptied, reverse=True):
        each.rmdir()
    if not any(folder.parent.iterdir()):
        folder.parent.rmdir()
