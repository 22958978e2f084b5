"""What the web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from sala.infra import keys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")

# Not the keys that seal documents or sign the record: a stolen web process must not be able to rewrite history.
keys.declare("key-encryption", "blind-index")
application = get_wsgi_application()


def _read_ahead() -> None:
    """
    Read before the first visitor what every page needs, and tell the garbage collector that it stays.

    The pack alone is some hundred thousand objects: each full collection would look at all of them again.
    """
    from sala.domains.catalogue import public as catalogue

    catalogue.follow_editions()
    catalogue.search(query="ศาลา")
    gc.collect()
    gc.freeze()


_read_ahead()
