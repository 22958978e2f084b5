"""Addresses of documents."""

from django.urls import path

from . import views

urlpatterns = [
    path("check", views.ask_code, name="check-document"),
    path("check/<str:code>", views.show_check, name="checked-document"),
    path("documents/<uuid:document_id>.pdf", views.open_document, name="document"),
]
