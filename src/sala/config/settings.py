"""Django's settings, from the environment. `docs/reference/settings.md` says what each variable means."""

import os
from importlib.resources import files
from pathlib import Path

from sala.infra import logs, modes
from sala.infra.discovery import domain_apps
from sala.infra.keys import store
from sala.infra.postgres import APP, OWNER, connection_settings

SALA = modes.from_environment(os.environ)
SALA_ORIGIN = SALA.origin
SALA_MODE = SALA.mode
VAR = SALA.var

SECRET_KEY = store.web_secret(VAR)
DEBUG = False
ALLOWED_HOSTS = list(SALA.hosts)
ROOT_URLCONF = "sala.config.urls"
WSGI_APPLICATION = "sala.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
APPEND_SLASH = True

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "sala.infra",
    "sala.ui",
    *domain_apps(),
]

MIDDLEWARE = [
    "sala.infra.middleware.request_log",
    "sala.infra.middleware.security_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "sala.infra.middleware.language",
    "sala.infra.middleware.OneTransaction",
    "sala.domains.identity.web.middleware.resolve_actor",
    "django.middleware.csrf.CsrfViewMiddleware",
    "sala.infra.idempotency.idempotent_posts",
]

# Connections are kept: a new one for each request costs a statement, and more CPU than many a page.
DATABASES = {
    "default": {
        **connection_settings(OWNER if os.environ.get("SALA_DB_ROLE") == OWNER else APP, var=VAR),
        "CONN_MAX_AGE": None,
    }
}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "sala.ui.jinja.environment"},
    }
]

SALA_PACK = os.environ.get("SALA_PACK") or str(files("thailand"))

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [("built", Path(__file__).parent.parent / "ui" / "static" / "built")]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SALA.origin.startswith("https://")
CSRF_TRUSTED_ORIGINS = [SALA.origin]
CSRF_FAILURE_VIEW = "sala.infra.problems.forged_form"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

EMAIL_HOST = SALA.smtp_host
EMAIL_PORT = SALA.smtp_port
EMAIL_HOST_USER = os.environ.get("SALA_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("SALA_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("SALA_SMTP_TLS", "") == "1"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("SALA_MAIL_FROM", "sala@localhost")


LOGGING = logs.configuration(os.environ.get("SALA_LOG_LEVEL", "INFO"))
