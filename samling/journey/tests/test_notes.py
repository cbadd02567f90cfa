"""A note: written once, read by whom the line says, put right in its own time."""

import datetime as dt
import re
from uuid import UUID, uuid4

import pytest
from django.db import connections
from django.urls import reverse

from samling.journey.models import Draft, Entry
from samling.kernel.categories import Category, wall
from samling.records.clock import now
from tests.cast import FROZEN

SCHOOL = 1
HOME, HEALTH = wall(SCHOOL, Category.HOME), wall(SCHOOL, Category.STUDENT_HEALTH)
FILLED = {"kind": "talk", "text": "Hodan ringde.", "title": "Ringde", "about": HOME, "home": "yes"}


def write(visitor, cast, who="petra", **more):
    """Send the composer's form as this person."""
    page = reverse("journey:new-note", args=[cast.adam])
    return visitor.as_(who).post(page, {"once": uuid4(), **FILLED, **more})


def key_of(answer):
    """The key of the note that was just saved."""
    assert answer.status_code == 302, answer.content.decode()
    return UUID(answer.url.split("/")[2])


def wait(hours):
    """Let the clock go on from the moment tests begin at."""
    with connections["owner"].cursor() as cursor:
        to = FROZEN + dt.timedelta(hours=hours)
        cursor.execute("select guard.mark_installation('test', %s - statement_timestamp())", [to])


def test_a_note_is_written_and_read(cast, visitor):
    answer = write(visitor, cast)
    page = visitor.get(answer.url).content.decode()
    assert "Hodan ringde." in page and "Vem ser detta" in page


def test_sent_twice_it_is_one_note(cast, visitor):
    once = uuid4()
    first, second = (write(visitor, cast, once=once) for _time in range(2))
    assert first.url == second.url


def test_only_what_one_may_write_about_can_be_chosen(cast, visitor):
    assert write(visitor, cast, about=HEALTH).status_code == 422
    assert write(visitor, cast, about=wall(SCHOOL, Category.CONSENT)).status_code == 422


def test_the_line_follows_the_choice(cast, visitor):
    with cast.acting("gunilla"):
        from samling.access import guard

        guard.assign(cast.adam, cast.jonas, because="fritids")
    page = reverse("journey:new-note", args=[cast.adam])
    me, relations = visitor.as_("petra"), wall(SCHOOL, Category.RELATIONS)
    part = me.get(page, {"about": relations}, headers={"HX-Request": "true"}).content.decode()
    assert "Jonas Wik" in part and "<h1" not in part
    assert "Jonas" not in me.get(page, {"about": HOME}, headers={"HX-Request": "true"}).content.decode()


def test_whoever_does_not_work_with_the_child_is_told_to_raise_a_concern(cast, visitor):
    with cast.acting("jonas"):
        from samling.access import guard

        guard.open_child(cast.norrskolan, roster=cast.world.pupil["adam"])
    answer = visitor.as_("jonas").get(reverse("journey:new-note", args=[cast.adam]))
    assert answer.status_code == 403 and "oro" in answer.content.decode()


def test_a_note_for_one_person_is_for_nobody_else(cast, visitor):
    from samling.access import guard

    with cast.acting("gunilla"):
        for who in (cast.amir, cast.cecilia):
            guard.assign(cast.adam, who, because="hjälper")
    about = wall(SCHOOL, Category.RELATIONS)
    key = key_of(write(visitor, cast, about=about, only_for=cast.amir, home="not-told"))
    page = reverse("journey:note", args=[key])
    assert visitor.as_("amir").get(page).status_code == 200
    assert visitor.as_("cecilia").get(page).status_code == 404


def test_its_writer_changes_it_for_a_day_and_then_writes_a_new_version(cast, visitor):
    key = key_of(write(visitor, cast))
    page = reverse("journey:correction", args=[key])
    form = visitor.get(page).content.decode()
    sent = {
        **FILLED,
        "once": uuid4(),
        "text": "Ali ringde.",
        "base": re.search('name="base" value="(.*?)"', form)[1],
    }
    assert key_of(visitor.post(page, sent)) == key
    wait(25)
    form = visitor.as_("petra").get(page).content.decode()
    sent |= {
        "once": uuid4(),
        "text": "Ali och Hodan ringde.",
        "base": re.search('name="base" value="(.*?)"', form)[1],
    }
    newer = key_of(visitor.post(page, sent))
    assert newer != key
    old = visitor.get(reverse("journey:note", args=[key])).content.decode()
    assert "Ali ringde." in old and str(newer) in old
    assert visitor.get(page).status_code == 403


def test_a_stale_correction_shows_both_texts(cast, visitor):
    key = key_of(write(visitor, cast))
    page = reverse("journey:correction", args=[key])
    base = re.search('name="base" value="(.*?)"', visitor.get(page).content.decode())[1]
    sent = {**FILLED, "base": base}
    visitor.post(page, sent | {"once": uuid4(), "text": "Första rättelsen."})
    answer = visitor.post(page, sent | {"once": uuid4(), "text": "Andra rättelsen."})
    both = answer.content.decode()
    assert answer.status_code == 409 and "Första rättelsen." in both and "Andra rättelsen." in both


def test_another_cannot_correct_it(cast, visitor):
    from samling.access import guard

    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.amir, because="hjälper")
    key = key_of(write(visitor, cast, about=wall(SCHOOL, Category.RELATIONS)))
    page = reverse("journey:correction", args=[key])
    assert visitor.as_("amir").get(page).status_code == 403
    assert visitor.as_("ulf").get(page).status_code == 404


def test_taken_back_nobody_but_its_writer_sees_it(cast, visitor):
    about = wall(SCHOOL, Category.RELATIONS)
    key = key_of(write(visitor, cast, about=about))
    visitor.post(reverse("journey:taking-back", args=[key]))
    assert visitor.get(reverse("journey:note", args=[key])).status_code == 200
    assert visitor.as_("gunilla").get(reverse("journey:note", args=[key])).status_code == 404


def test_the_story_is_filtered_by_kind_and_side(cast, visitor):
    write(visitor, cast)
    write(visitor, cast, kind="meeting", title="Träff", text="Vi satt tillsammans.")
    page = reverse("desk:timeline", args=[cast.adam])
    me = visitor.as_("petra")
    assert "Träff" in (whole := me.get(page).content.decode()) and "Ringde" in whole
    assert "Ringde" not in me.get(page, {"kind": "meeting"}).content.decode()
    assert "Träff" not in me.get(page, {"side": "health"}).content.decode()
    assert me.get(page, {"kind": "x", "side": "y", "before": "2025-99-99T99:99"}).status_code == 200


def test_the_story_goes_on_where_it_ended(cast, visitor):
    with cast.acting("petra") as acting:
        for number in range(60):
            told = {"kind": "talk", "title": f"Nummer {number}", "text": "x", "for_guardians": "yes"}
            at = now() - dt.timedelta(minutes=number)
            Entry.write(told, subject=cast.adam, wall=HOME, by=acting.capacity_id, at=at, pk=uuid4())
    page = visitor.as_("petra").get(reverse("desk:timeline", args=[cast.adam])).content.decode()
    assert "Nummer 49" in page and "Nummer 50" not in page
    older = re.search(r'href="(\?kind=&amp;side=&amp;before=[^"]+)"', page)[1].replace("&amp;", "&")
    page = visitor.get(reverse("desk:timeline", args=[cast.adam]) + older).content.decode()
    assert "Nummer 59" in page and "Nummer 49" not in page


@pytest.mark.parametrize("text", ["", " ", "x" * 10_001, "\x00"])
def test_what_cannot_be_a_note_is_said_kindly(cast, visitor, text):
    assert write(visitor, cast, text=text).status_code == 422


def test_a_draft_is_kept_filled_in_again_and_forgotten_when_saved(cast, visitor):
    place = f"entry-{cast.adam}"
    me, page = visitor.as_("petra"), reverse("journey:new-note", args=[cast.adam])
    sent = me.post(
        reverse("journey:draft", args=[place]), {"text": "Hem", "kind": "meeting"}, headers={"X-Draft": "1"}
    )
    assert sent.status_code == 204 and sent["Draft-Saved"]
    assert "Hem</textarea>" in me.get(page).content.decode()
    with cast.acting("petra"):
        assert b"Hem" not in bytes(Draft.objects.get(place=place).sealed)
    write(visitor, cast)
    assert "Hem</textarea>" not in me.get(page).content.decode()


def test_a_draft_is_its_writers_alone(cast, visitor):
    place = reverse("journey:draft", args=["entry-x"])
    visitor.as_("petra").post(place, {"text": "Hemligt"}, headers={"X-Draft": "1"})
    with cast.acting("gunilla"):
        assert not Draft.objects.exists()
    visitor.as_("gunilla").post(reverse("journey:draft-end", args=["entry-x"]))
    with cast.acting("petra") as acting:
        kept = Draft.at_place("entry-x", by=acting.capacity_id, at=now())
        assert kept.typed == {"text": ["Hemligt"]}
        assert Draft.at_place("entry-x", by=acting.capacity_id, at=now() + dt.timedelta(days=31)) is None


def test_a_draft_moved_to_another_place_does_not_open(cast, visitor):
    visitor.as_("petra").post(reverse("journey:draft", args=["entry-x"]), {"text": "Hemligt"})
    with cast.acting("petra"):
        kept = Draft.objects.get()
        kept.place = "entry-y"
        assert kept.typed == {}
