"""Where policy makers try out what moving a number of the law would mean."""

from django.urls import path

from . import asking, trying, views

urlpatterns = [
    path("cockpit", views.simulations, name="cockpit"),
    path("cockpit/new", asking.rules, name="cockpit-rules"),
    path("cockpit/new/numbers", asking.numbers, name="cockpit-numbers"),
    path("cockpit/new/values", trying.values, name="cockpit-values"),
    path("cockpit/simulations/<uuid:simulation>", views.simulation, name="cockpit-simulation"),
    path("cockpit/simulations/<uuid:simulation>/result.csv", views.table, name="cockpit-table"),
    path("cockpit/simulations/<uuid:simulation>/delete", views.delete, name="cockpit-delete"),
]
