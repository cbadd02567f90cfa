"""The outermost transaction of a request: begun, signed for the acting capacity, rolled back on failure."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samling.kernel.answer import Refused
from samling.people.continuing import ask_to_sign_in, way_back
from samling.people.models import Capacity
from samling.people.sessions import guard_token
from samling.records.acting import NoLiveSession, identified, reading_only, remember
from samling.records.question import Question

READS = ("GET", "HEAD")
OWN_DOORS = ("allauth.", "django.views.static", "django.views.i18n", "django.contrib.staticfiles")


class ActingMiddleware:
    """Opens the transaction, begins the identity and closes both; streaming answers are refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One request, one transaction, one identity."""
        request.acting = request.capacity = None
        token = guard_token(request)
        with reading_only() if token and request.method in READS else transaction.atomic():
            answer = self._answered(request, token)
            if answer.streaming:
                raise ImproperlyConfigured(
                    "A streaming answer would run after the transaction: send it whole."
                )
            if answer.status_code >= 500 or getattr(answer, "undo", False):
                transaction.set_rollback(True)
        return answer

    def _answered(self, request: HttpRequest, token: str | None) -> HttpResponse:
        if token is None:
            return self.get_response(request)
        try:
            with identified(token, reads=request.method in READS) as acting:
                request.acting = acting
                request.capacity = _capacity(acting.capacity_id)
                return self.get_response(request)
        except NoLiveSession:
            return self.get_response(request)


@Question
def in_place(pk: Any) -> QuerySet:
    """A capacity, with whose it is and where."""
    return Capacity.objects.select_related("person", "unit__branch__organisation").filter(pk=pk)


def _capacity(pk: UUID | None) -> Capacity | None:
    found: Capacity | None = in_place.first(pk) if pk else None
    if found and found.unit:
        remember(("organisation", found.pk), found.unit.branch.organisation_id)
    return found


class DoorMiddleware:
    """Closed by default: a view without a door is an error, a refusal is a page that says why."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the work is in the two hooks."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        """Insist on a door, on a live session behind it, and on a chosen capacity."""
        if getattr(view, "is_public", False) or view.__module__.startswith(OWN_DOORS):
            return None
        if not hasattr(view, "errand"):
            raise ImproperlyConfigured(f"{view.__module__}.{view.__name__} has no door.")
        if request.acting is None:
            return ask_to_sign_in(request)
        if request.capacity is None and not getattr(view, "without_capacity", False):
            return redirect(f"{reverse('people:capacity')}?{urlencode({'next': way_back(request)})}")
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A refused rule becomes a 403 page with its reason; the look is kept, the deed undone."""
        if not isinstance(exception, Refused):
            return None
        answer = render(request, "ui/refused.html", {"answer": exception.answer}, status=403)
        answer.undo = True
        return answer
