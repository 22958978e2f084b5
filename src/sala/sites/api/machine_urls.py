"""Addresses for machines; they have no language."""

from django.urls import path

from . import health

urlpatterns = [path("health", health.show_health), path("metrics", health.show_metrics)]
