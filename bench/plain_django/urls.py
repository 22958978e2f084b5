"""The five pages, and the receipt the fifth leads to."""

from django.urls import path

from . import views

urlpatterns = [
    path("start/", views.start, name="start"),
    path("shop/<int:pk>/", views.shop, name="shop"),
    path("operator/<int:pk>/", views.operator, name="operator"),
    path("check/<int:pk>/", views.check, name="check"),
    path("receipt/<int:pk>/", views.receipt, name="receipt"),
]
