"""A checklist begun by Petra about Adam, and a hand that fills in its forms."""

import datetime as dt
from contextlib import contextmanager

import pytest
from django.urls import reverse

from samling.access import guard
from samling.checklist.models import Checklist, Sitting
from samling.people.models import Capacity, Child
from samling.records.clock import now


def url(name, pk, *rest):
    """The address of one of the chapter's pages."""
    return reverse(f"checklist:{name}", args=[pk, *rest])


def begun(cast, who="petra", child="adam"):
    """A checklist begun by someone about a child; its id."""
    with cast.acting(who) as acting:
        capacity = Capacity.objects.select_related("unit__branch").get(pk=acting.capacity_id)
        return Checklist.begin(Child.objects.get(pk=getattr(cast, child)), by=capacity, at=now()).pk


def assign(cast, *names, child="adam"):
    """The head gives colleagues the child."""
    with cast.acting("gunilla"):
        for name in names:
            guard.assign(getattr(cast, child), getattr(cast, name), because="sitter med vid bordet")


@contextmanager
def seated(cast, checklist, who="petra", *, later=dt.timedelta(0)):
    """Someone's seat, every wall that is hers looked at."""
    with cast.acting(who) as acting:
        capacity = Capacity.objects.select_related("unit__branch").get(pk=acting.capacity_id)
        sitting = Sitting(Checklist.objects.get(pk=checklist), capacity, now() + later)
        sitting.look(sitting.everything, "test")
        yield sitting


def filled(page):
    """What a browser would send: every field of the page's forms as it stands."""
    forms = [page.context["form"], *filter(None, [page.context.get("chairs")])]
    fields = {name: form[name].value() for form in forms for name in form.fields}
    sent = {name: value for name, value in fields.items() if value not in (None, "")}
    return sent | {"version": page.context["form"].version}


def save(visitor, here, /, **changed):
    """Open a page, change some fields and press Save."""
    sent = filled(visitor.get(here)) | {name.replace("__", "-"): value for name, value in changed.items()}
    return visitor.post(here, sent)


@pytest.fixture
def checklist(cast):
    """Petra's checklist about Adam; its id."""
    return begun(cast)
