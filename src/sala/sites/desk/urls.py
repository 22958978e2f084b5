"""Where officers work."""

from django.urls import path

from . import questions, views

urlpatterns = [
    path("desk", views.inbox, name="desk"),
    path("desk/cases/<uuid:case>", views.case, name="desk-case"),
    path("desk/cases/<uuid:case>/act", views.act, name="desk-act"),
    path("desk/cases/<uuid:case>/files/<uuid:file>", views.file, name="desk-file"),
    path("desk/questions", questions.questions, name="desk-questions"),
    path("desk/questions/<int:question>", questions.question, name="desk-question"),
    path("desk/questions/<int:question>/settle", questions.settle, name="desk-question-settle"),
]
