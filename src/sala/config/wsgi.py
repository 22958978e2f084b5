"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from sala.infra import keys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sala.config.settings")

# What opens and finds people's data; never what signs history or seals documents.
keys.declare("key-encryption", "blind-index")

application = get_wsgi_application()
