"""Where officers work."""

from django.urls import path

from . import questions, views
from .editing import drafts, sections, showing

urlpatterns = [
    path("desk", views.inbox, name="desk"),
    path("desk/cases/<uuid:case>", views.case, name="desk-case"),
    path("desk/cases/<uuid:case>/act", views.act, name="desk-act"),
    path("desk/cases/<uuid:case>/files/<uuid:file>", views.file, name="desk-file"),
    path("desk/services", showing.show_services, name="desk-services"),
    path("desk/services/<slug:slug>", showing.show_service, name="desk-service"),
    path("desk/services/<slug:slug>/editions/<int:number>", showing.show_edition, name="desk-edition"),
    path("desk/services/<slug:slug>/draft", drafts.draft, name="desk-draft"),
    path("desk/services/<slug:slug>/draft/files/<path:name>", drafts.file, name="desk-draft-file"),
    path("desk/services/<slug:slug>/draft/sections/<slug:key>", sections.section, name="desk-draft-section"),
    path("desk/services/<slug:slug>/draft/sections/<slug:key>/<int:at>", sections.entry, name="desk-draft-entry"),
    path("desk/questions", questions.questions, name="desk-questions"),
    path("desk/questions/<int:question>", questions.question, name="desk-question"),
    path("desk/questions/<int:question>/settle", questions.settle, name="desk-question-settle"),
]
