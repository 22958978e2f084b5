"""Write the current editions back into the folders they came from."""

from pathlib import Path

from sala.servicekit import ServiceFolder, load_pack
from sala.servicekit.folder import DECLARATION

from .. import queries
from ..contracts import Exported


def export_editions(*, root: Path) -> tuple[Exported, ...]:
    """
    Write every service's current edition into its folder under `root`, byte for byte, and say which files changed.

    Pages that the edition no longer has are removed; files that are no text of the service stay. One statement.
    """
    pack = load_pack(root)
    exported = []
    for slug, edition in sorted(queries.get_latest_editions().items()):
        folder = pack.folders.get(slug)
        if folder is not None and folder.digest != edition.digest:
            texts = ServiceFolder(folder.path, edition.files)
            exported.append(Exported(slug, edition.number, _write(root, texts, before=folder)))
    return tuple(exported)


def _write(root: Path, texts: ServiceFolder, *, before: ServiceFolder) -> tuple[str, ...]:
    changed = []
    # The declaration last: a reader of half an export sees the old service.
    for name in sorted({*texts.files, *before.files}, key=lambda name: (name == DECLARATION, name)):
        if texts.files.get(name) == before.files.get(name):
            continue
        file = root / texts.path / name
        if name in texts.files:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(texts.files[name].encode())
        else:
            file.unlink()
        changed.append(f"{texts.path}/{name}")
    return tuple(changed)
