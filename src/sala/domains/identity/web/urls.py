"""Where people sign in and out."""

from django.urls import path

from . import views

urlpatterns = [
    path("sign-in", views.start, name="sign-in"),
    path("sign-in/return", views.come_back, name="sign-in-return"),
    path("sign-in/resume/<uuid:form>", views.resume, name="sign-in-resume"),
    path("sign-out", views.leave, name="sign-out"),
    path("signed-out", views.left, name="signed-out"),
    path("demonstration/sign-in", views.choose, name="demonstration-sign-in"),
]
