"""
What a service folder may say, and whether it says it well.

A public service is a folder. This package reads one: `load_service` for a single folder, `load_pack` for a country,
`check_pack` for everything that is wrong with it, each problem with file, line, column, reason and remedy, and
`examine_pack` for that and what only wants attention; `sourcing` counts which facts name a source. It is pure:
it reads the files it is given and nothing else, and knows no database, no request and no clock.

`answers` turns what a person typed on one page into typed values or into sentences that say what to mend, and knows
which page comes next.
"""

from .checker import Examined, check_pack, check_service, examine_pack, warn_service
from .checker.subject import Country
from .folder import ServiceFolder, digest_of, page_path
from .loader import DeclarationInvalid, load_service
from .pack import Pack, load_pack, overlay
from .schema.facts import AskedFact, Document, Exit, KnownFact, Option, Page, Purpose
from .schema.service import Service, Step

__all__ = [
    "AskedFact",
    "Country",
    "DeclarationInvalid",
    "Document",
    "Examined",
    "Exit",
    "KnownFact",
    "Option",
    "Pack",
    "Page",
    "Purpose",
    "Service",
    "ServiceFolder",
    "Step",
    "check_pack",
    "check_service",
    "digest_of",
    "examine_pack",
    "load_pack",
    "load_service",
    "overlay",
    "page_path",
    "warn_service",
]
