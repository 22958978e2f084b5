"""Find what is installed by looking, so that adding a domain edits no list."""

from pathlib import Path

ROOT = Path(__file__).parent.parent


def domain_apps() -> list[str]:
    """Name every package under `sala/domains` that has tables or pages, in alphabetical order."""
    folders = sorted(p for p in (ROOT / "domains").iterdir() if (p / "public.py").is_file())
    return [f"sala.domains.{folder.name}" for folder in folders]


def template_folders() -> list[Path]:
    """List every `templates` folder: the base's first, then the sites' and domains' own."""
    edges = sorted(ROOT.glob("domains/*/web/templates")) + sorted(ROOT.glob("sites/*/templates"))
    return [ROOT / "ui" / "templates", *edges]


def route_modules() -> list[str]:
    """Name every module of routes: the domains' own pages first, then the sites that compose them."""
    files = sorted(ROOT.glob("domains/*/web/urls.py")) + sorted(ROOT.glob("sites/*/urls.py"))
    return [".".join(("sala", *file.relative_to(ROOT).with_suffix("").parts)) for file in files]
