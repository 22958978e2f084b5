"""What the web server calls."""

import gc
import os

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application

from sala.infra import keys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")

# Not the keys that seal documents or sign the record: a stolen web process must not be able to rewrite history.
keys.declare("key-encryption", "blind-index")
application = get_wsgi_application()


def serve() -> WSGIHandler:
    """
    Give the application to the web server, with what every page needs read before the first visitor, and kept up to date.

    The pack alone is some hundred thousand objects: each full collection would look at all of them again.
    """
    from sala.domains.catalogue import public as catalogue

    catalogue.follow_editions()
    catalogue.search(query="ศาลา")
    gc.collect()
    gc.freeze()
    return application
