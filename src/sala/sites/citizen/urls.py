"""Addresses of the portal. Those of a person's own cases stand beside it."""

from django.urls import path

from . import (
    agencies,
    checklists,
    drafts,
    easy,
    eligibility,
    nearby,
    offices,
    portal,
    searching,
    service,
    wrong_answers,
)

urlpatterns = [
    path("", portal.show_home, name="home"),
    path("search", searching.show_search, name="search"),
    path("search/suggestions", searching.suggest, name="suggestions"),
    path("search/wrong-answer", wrong_answers.report, name="wrong-answer"),
    path("search/wrong-answer/<uuid:report>", wrong_answers.choose, name="wrong-answer-report"),
    path("life-events/<slug:event>", checklists.show_life_event, name="life-event"),
    path("life-events/<slug:event>/easy", easy.show_easy_life_event, name="easy-life-event"),
    path("my/life-events", checklists.list_mine, name="my-life-events"),
    path("my/life-events/<slug:event>", checklists.keep_marks, name="my-life-event"),
    path("my/life-events/<slug:event>/delete", checklists.delete, name="my-life-event-delete"),
    path("services", portal.show_services, name="services"),
    path("services/<slug:slug>", service.show_service, name="service"),
    path("services/<slug:slug>/draft", drafts.show_draft, name="service-draft"),
    path("services/<slug:slug>/easy", easy.show_easy_service, name="easy-service"),
    path("services/<slug:slug>/check", eligibility.check_eligibility, name="eligibility"),
    path("agencies", agencies.show_agencies, name="agencies"),
    path("agencies/<slug:code>", agencies.show_agency, name="agency"),
    path("find-office", offices.find_office, name="find-office"),
    path("find-office/near", nearby.show_nearby, name="nearby"),
    path("find-office/near/positions", nearby.tell_positions, name="nearby-positions"),
    path("find-office/keep", offices.keep_place, name="keep-place"),
    path("about", portal.show_about, name="about"),
    path("privacy", portal.show_privacy, name="privacy"),
    path("accessibility", portal.show_accessibility, name="accessibility"),
]
