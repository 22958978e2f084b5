"""Addresses for programs that read in a language. Those that have none stand in `machine_urls`."""

from django.urls import path

from . import feeds

urlpatterns = [path("services.atom", feeds.show_changes, name="services-feed")]
