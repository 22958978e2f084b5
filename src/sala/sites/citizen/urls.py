"""Addresses of the portal. Those of a person's own cases stand beside it."""

from django.urls import path

from . import checklists, eligibility, portal, service

urlpatterns = [
    path("", portal.show_home, name="home"),
    path("search", portal.show_search, name="search"),
    path("life-events/<slug:event>", checklists.show_life_event, name="life-event"),
    path("my/life-events", checklists.list_mine, name="my-life-events"),
    path("my/life-events/<slug:event>", checklists.keep_marks, name="my-life-event"),
    path("my/life-events/<slug:event>/delete", checklists.delete, name="my-life-event-delete"),
    path("services", portal.show_services, name="services"),
    path("services/<slug:slug>", service.show_service, name="service"),
    path("services/<slug:slug>/check", eligibility.check_eligibility, name="eligibility"),
    path("about", portal.show_about, name="about"),
    path("privacy", portal.show_privacy, name="privacy"),
    path("accessibility", portal.show_accessibility, name="accessibility"),
]
