"""The teacher's path from the child's page to a decision, as a browser without JavaScript goes it."""

import pytest
from django.urls import reverse


def url(name, pk, *rest):
    return reverse(f"checklist:{name}", args=[pk, *rest])


def filled(page):
    """What a browser would send: every field of the page's form as it stands."""
    form = page.context["form"]
    sent = {"version": form.version}
    for name in form.fields:
        value = form[name].value()
        if value not in (None, ""):
            sent[name] = value
    return sent


def test_begin_page_and_front(cast, visitor):
    visitor.as_("petra")
    page = visitor.get(url("begin", cast.adam))
    assert page.status_code == 200
    made = visitor.post(url("begin", cast.adam))
    assert made.status_code == 302
    step = visitor.get(made.url, follow=True)
    assert step.status_code == 200
    assert "why-now" in step.request["PATH_INFO"]


@pytest.mark.parametrize("code", ["why-now", "strengths", "attendance", "tried", "voice", "table", "next"])
def test_every_step_opens(checklist, visitor, code):
    page = visitor.as_("petra").get(url("page", checklist, code))
    assert page.status_code == 200


def test_sheet_front_and_decision_open(checklist, visitor):
    visitor.as_("petra")
    for name in ("show", "sheet", "decision"):
        assert visitor.get(url(name, checklist)).status_code == 200
    assert visitor.get(url("card", checklist, "D")).status_code == 200


def test_what_is_saved_is_there(checklist, visitor):
    visitor.as_("petra")
    here = url("page", checklist, "why-now")
    sent = filled(visitor.get(here)) | {"a-seen": "Kommer sent på måndagar."}
    answer = visitor.post(here, sent)
    assert answer.status_code == 302
    assert answer.url == url("page", checklist, "strengths")
    assert "Kommer sent på måndagar." in visitor.get(here).content.decode()
