"""Addresses of the form, and of a person's own cases."""

from django.urls import path

from . import own, views

urlpatterns = [
    path("apply/<slug:slug>/start", views.start, name="start"),
    path("apply/areas", views.suggest_areas, name="areas"),
    path("apply/<uuid:case_id>", views.resume, name="resume"),
    path("apply/<uuid:case_id>/check", views.check, name="apply-check"),
    path("apply/<uuid:case_id>/instead/<slug:exit_id>", views.leave_form, name="apply-exit"),
    path("apply/<uuid:case_id>/<slug:page_id>", views.page, name="apply"),
    path("my/cases", own.list_cases, name="my-cases"),
    path("my/access", own.list_access, name="my-access"),
    path("cases/<uuid:case_id>", own.show_case, name="case"),
    path("cases/<uuid:case_id>/saved", own.show_saved, name="saved"),
    path("cases/<uuid:case_id>/receipt", own.show_receipt, name="receipt"),
    path("cases/<uuid:case_id>/files/<uuid:file_id>", own.open_file, name="own-file"),
    path("cases/<uuid:case_id>/documents/<uuid:document_id>.pdf", own.open_document, name="own-document"),
    path("follow", own.follow, name="follow"),
]
