"""Where officers work."""

from django.urls import path

from . import views

urlpatterns = [
    path("desk", views.inbox, name="desk"),
    path("desk/cases/<uuid:case>", views.case, name="desk-case"),
    path("desk/cases/<uuid:case>/act", views.act, name="desk-act"),
    path("desk/cases/<uuid:case>/files/<uuid:file>", views.file, name="desk-file"),
]
