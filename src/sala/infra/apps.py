"""Start-up: find every domain's receivers and tasks."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class Infra(AppConfig):
    """The plumbing as a Django app, for its tables and its start-up."""

    name = "sala.infra"
    label = "infra"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Import what registers itself."""
        autodiscover_modules("receivers", "tasks")
