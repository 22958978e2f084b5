"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from sala.infra import keys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")

# Not the keys that seal documents or sign the record: a stolen web process must not be able to rewrite history.
keys.declare("key-encryption", "blind-index")
application = get_wsgi_application()
