"""Every page once: clean in both languages, easy to read, and no more questions asked for more rows."""

import datetime as dt
import uuid
from pathlib import Path

import pytest
from django.db import connections
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samling.access import guard
from samling.concern import panel
from samling.concern.models import NamelessConcern, Signal
from samling.journey.models import Event, Level
from samling.kernel.lix import lix
from samling.kernel.texts import catalogue
from samling.people.models import Capacity, Child
from samling.records.clock import now
from tests.house.page import check_page

from .test_stories import asked, family, get, post, told

LOCALE = Path(panel.__file__).parent / "locale" / "sv" / "LC_MESSAGES" / "django.po"


def raise_leo(cast, visitor, **more):
    post(visitor, "petra", "new-pupil", cast.world.pupil["leo"], **told(**more))
    with cast.acting("petra"):
        return Signal.objects.get().pk


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_is_clean(cast, visitor, language):
    visitor.cookies["django_language"] = language
    for query in ("", "?danger=no", "?danger=reported", "?danger=no&name=xy", "?danger=no&group=4B"):
        get(visitor, "petra", "new", query=query)
    get(visitor, "petra", "new-pupil", cast.world.pupil["leo"], query="?danger=no")
    get(visitor, "petra", "new-child", cast.adam)
    get(visitor, "eva", "new-nameless")
    pk = raise_leo(cast, visitor)
    post(visitor, "petra", "new-nameless", **asked(cast.reception))
    with cast.acting("petra"):
        nameless = NamelessConcern.objects.get().pk
    for who, name, *key in (
        ("petra", "mine"), ("gunilla", "inbox"), ("amir", "inbox"), ("kerstin", "inbox"),
        ("petra", "way-out"), ("tomas", "way-out"), ("petra", "reports"), ("jonas", "reports"),
        ("petra", "show", pk), ("gunilla", "show", pk), ("petra", "nameless", nameless),
        ("kerstin", "nameless", nameless), ("petra", "name", nameless),
    ):  # fmt: skip
        get(visitor, who, name, *key)


def test_the_words_are_easy(cast):
    said = [str(one.string) for one in catalogue(LOCALE) if one.id and len(str(one.string).split()) > 4]
    assert lix("\n".join(said)) <= 27
    hard = [text for text in said if lix(text) > 55]
    assert not hard


def test_leisure_staff_see_their_own_words_again(cast, visitor):
    post(visitor, "jonas", "new-pupil", cast.world.pupil["leo"], **told(text="Jonas egna ord"))
    with cast.acting("jonas"):
        pk = Signal.objects.get().pk
    post(visitor, "gunilla", "step", pk, kind="taken")
    page = get(visitor, "jonas", "show", pk)
    assert "Jonas egna ord" in page and "Mottaget" in page
    assert "Vad som har gjorts" not in page


def test_danger_leads_to_the_way_out_and_guardians_are_not_told(cast, visitor):
    answer = post(visitor, "petra", "new-pupil", cast.world.pupil["leo"], **told(danger="yes"))
    assert answer.url == reverse("concern:way-out")
    with cast.acting("petra"):
        signal = Signal.objects.get()
        assert signal.for_guardians == "no"
        assert {one.for_guardians for one in Event.objects.filter(subject_id=signal.subject_id)} == {"no"}
        assert {one.for_guardians for one in Level.objects.filter(subject_id=signal.subject_id)} == {"no"}
    reported = told(danger="yes")
    answer = post(
        visitor, "petra", "new-pupil", cast.world.pupil["viggo"], query="?danger=reported", **reported
    )
    assert answer.url == reverse("concern:mine")


def test_a_guardians_call_is_noted_and_the_one_who_noted_rings_back(cast, visitor):
    pk = raise_leo(cast, visitor, raised_as="guardian", raised_name="mamma", how="phone")
    assert "mamma" in get(visitor, "gunilla", "show", pk)
    post(visitor, "gunilla", "step", pk, kind="onward")
    mine = get(visitor, "petra", "mine")
    assert "Vidare" in mine and "Ring vårdnadshavaren" in mine


def test_a_talk_with_the_home_opens_what_waited_for_it(cast, visitor):
    pk = raise_leo(cast, visitor)
    assert "ser inte det här nu" in get(visitor, "gunilla", "show", pk)
    post(visitor, "gunilla", "step", pk, kind="trying", home_knows="on", follow_up_on="2025-12-18")
    assert "får läsa det här" in get(visitor, "gunilla", "show", pk)


def test_what_was_begun_is_there_again(cast, visitor):
    pupil = cast.world.pupil["leo"]
    page = reverse("concern:new-pupil", args=[pupil])
    begun = told(text="Bara början", touches=["school", "home"])
    kept = visitor.as_("petra").post(
        reverse("journey:draft", args=[f"pupil-{pupil}"]), begun, headers={"X-Draft": "1"}
    )
    assert kept.status_code == 204
    again = visitor.as_("petra").get(page).content.decode()
    assert "Bara början" in again and again.count(" checked") == 4
    assert not check_page(again)
    assert "Bara början" not in visitor.as_("jonas").get(page).content.decode()
    post(visitor, "petra", "new-pupil", pupil, **begun)
    assert "Bara början" not in visitor.as_("petra").get(page).content.decode()


def test_the_tier_is_what_a_person_sets(cast, visitor):
    pk = raise_leo(cast, visitor, touches=["child", "school", "home"])
    page = get(visitor, "gunilla", "show", pk)
    assert "Nu på nivå 1" in page and "Hos barnet, i skolan och hemma" in page
    post(visitor, "gunilla", "tier", pk, **{"set-tier": "2", "set-because": "several places"})
    assert "Nu på nivå 2" in get(visitor, "gunilla", "show", pk)


def test_a_closed_concern_is_opened_again(cast, visitor):
    pk = raise_leo(cast, visitor)
    post(visitor, "gunilla", "step", pk, kind="closed", because="gone")
    assert "Öppna oron igen" in get(visitor, "gunilla", "show", pk)
    post(visitor, "gunilla", "step", pk, kind="taken")
    assert "Leo Åström" in get(visitor, "gunilla", "inbox")


def test_the_promised_time_is_the_organisations_own(cast, visitor):
    with cast.acting("ingrid"):
        guard.call("put_setting", "deadline.reply_days", "2", now(), "§ 1")
    raise_leo(cast, visitor)
    assert "måndag 24 november" in get(visitor, "petra", "mine")


def test_the_list_asks_no_more_for_many_than_for_few(cast, visitor):
    def questions():
        with CaptureQueriesContext(connections["default"]) as asked_for:
            get(visitor, "gunilla", "inbox")
        return len(asked_for)

    raise_leo(cast, visitor)
    post(visitor, "tomas", "new-nameless", **asked(cast.norrskolan))
    questions()
    few = questions()
    for entry in ("viggo", "ebba", "adam", "noor"):
        post(visitor, "petra", "new-pupil", cast.world.pupil[entry], **told())
        post(visitor, "birgitta", "new-nameless", **asked(cast.norrskolan))
    assert questions() == few


def test_the_childs_page_gets_its_concerns(cast, visitor):
    raise_leo(cast, visitor)
    with cast.acting("gunilla") as acting:
        request = RequestFactory().get("/")
        request.capacity = Capacity.objects.select_related("unit__branch").get(pk=acting.capacity_id)
        child = Child.objects.get(pk=Signal.objects.get().subject_id)
        shown = render_to_string("concern/panel.html", {"concerns": panel.concerns(request, child)})
        assert [row.due_on for row in panel.waiting(request)] == [dt.date(2025, 11, 27)]
    assert not check_page(shown, whole=False)
    assert "torsdag 27 november" in shown


def test_a_mother_sees_whom_to_ring_where_her_child_goes(cast, visitor):
    family(cast)
    assert "Är du barn?" in get(visitor, "hodan_herself", "way-out")
    assert uuid.UUID(str(cast.hodan))
