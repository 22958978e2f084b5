"""Start, two pages, check, receipt: each saves and goes on."""

from django.contrib.auth.decorators import login_required
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from .forms import DeclarationForm, OperatorForm, ShopForm
from .models import Notification


@login_required
def start(request: HttpRequest) -> HttpResponse:
    """Say what will be asked; a POST opens the notification, or the one left unfinished."""
    if request.method != "POST":
        return render(request, "plain/start.html")
    draft = Notification.objects.filter(applicant=request.user, submitted_at=None).first()
    draft = draft or Notification.objects.create(applicant=request.user)
    return redirect("shop", pk=draft.pk)


@login_required
def shop(request: HttpRequest, pk: int) -> HttpResponse:
    """Show or save page 1."""
    return _page(request, pk, ShopForm, title="ร้านของคุณ", step=1, following="operator")


@login_required
def operator(request: HttpRequest, pk: int) -> HttpResponse:
    """Show or save page 2."""
    return _page(request, pk, OperatorForm, title="ผู้ประกอบกิจการ", step=2, following="check")


@login_required
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every answer; a POST declares them true and sends the notification."""
    draft = get_object_or_404(Notification, pk=pk, applicant=request.user, submitted_at=None)
    form = DeclarationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        draft.submitted_at = timezone.now()
        draft.save(update_fields=["submitted_at"])
        return redirect("receipt", pk=pk)
    rows = [
        (page.base_fields[name].label, getattr(draft, f"get_{name}_display", lambda name=name: getattr(draft, name))())
        for page in (ShopForm, OperatorForm)
        for name in page.base_fields
    ]
    return render(request, "plain/check.html", {"form": form, "rows": rows})


@login_required
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the number and the time."""
    sent = get_object_or_404(Notification, pk=pk, applicant=request.user, submitted_at__isnull=False)
    return render(request, "plain/receipt.html", {"notification": sent})


def _page(
    request: HttpRequest, pk: int, kind: type[ModelForm], *, title: str, step: int, following: str
) -> HttpResponse:
    draft = get_object_or_404(Notification, pk=pk, applicant=request.user, submitted_at=None)
    form = kind(request.POST or None, request.FILES or None, instance=draft)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(following, pk=pk)
    return render(request, "plain/page.html", {"form": form, "title": title, "step": step})
