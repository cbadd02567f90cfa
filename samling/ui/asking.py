"""What forms of several chapters share: sent twice it is one record; two who write at once both see both texts."""

from typing import Any
from uuid import UUID, uuid4, uuid5

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

from samling.ui.forms import SamlingForm
from samling.ui.respond import respond


class Once(SamlingForm):
    """A form that, sent twice, is one record."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def pk(self, by: Any) -> UUID:
        """The record's key: of whoever sends it and of this form."""
        return uuid5(by.pk, str(self.cleaned_data["key"]))


class Seen(SamlingForm):
    """A form that knows which version its writer has seen."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=30000, initial=0)


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent, if anything was."""
    return request.POST if request.method == "POST" else None


def came_from(request: HttpRequest) -> str:
    """The page of this site that the asking began on (?next=), where it ends again; empty for none, never another site."""
    wanted = request.GET.get("next", "")
    is_local = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_local else ""


def status(form: forms.Form) -> int:
    """422 when something has to be mended."""
    return 422 if form.is_bound and not form.is_valid() else 200


def both(request: HttpRequest, page: str, form: Any, stands: Any, **context: Any) -> HttpResponse:
    """Both texts, and nothing overwritten. The form now knows what stands (`stands`), so that the next save is a choice."""
    said = stands.body.said
    form.data = form.data.copy()
    form.data["seen"] = str(stands.number)
    theirs = [(str(form[name].label), str(said[name])) for name in form.fields if said.get(name) and name not in ("seen", "sure")]
    return respond(request, page, status=409, form=form, both=stands, theirs=theirs, **context)
