"""The pages: a note in one go with its readers before the button, the others' side without words, strangers nothing."""

from http import HTTPStatus
from uuid import uuid4

import pytest

from samling.access import guard
from samling.journey.models import Entry
from samling.promises.tests.table import joined
from samling.records.clock import now
from samling.support.models import Occasion, Outcome, Support

from .giving import note, start

LATER = "2025-12-12"
CLOSED = (HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN)


def html(answer, status=HTTPStatus.OK):
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def said(cast, **more):
    return {"key": uuid4(), "form": "school", "kind": "home", "code": "HOME-EASY-BREAKFAST", "own": "", "how": "", "holder": cast.petra,
            "starts_on": "2025-11-20", "evaluate_on": LATER, "home": "not-told"} | more  # fmt: skip


def page(cast, key="adam"):
    return f"/children/{cast.world.child[key]}/supports/"


def test_support_begins_and_the_others_see_a_word(cast, visitor):
    joined(cast)
    petra = visitor.as_("petra")
    shown = html(petra.get(f"{page(cast)}new/"))
    assert "Teamet Lotsen" in shown and "Vem ser detta:" in shown
    there = petra.post(f"{page(cast)}new/", said(cast, shared="on", own="Frukost i bilen"))["Location"]
    assert "Frukost i bilen" in html(petra.get(there)) and "Frukost i bilen" in html(petra.get(page(cast)))
    theirs = html(visitor.as_("maria").get(page(cast, "adam_at_lotsen")))
    assert "Stöd hemma" in theirs and "har börjat" in theirs and "Frukost" not in theirs and "Norrskolan" in theirs
    assert "Stöd hemma" in html(visitor.as_("maria").get(f"/children/{cast.world.child['adam_at_lotsen']}/"))
    assert visitor.as_("maria").get(there).status_code in CLOSED


def test_a_quick_note_tells_who_reads_it_and_follows_the_choice(cast, visitor):
    pk, petra = start(cast), visitor.as_("petra")
    there = f"/supports/{pk}/notes/"
    part = html(petra.get(there, {"home": "yes"}, headers={"HX-Request": "true"}))
    assert "Petra Ek" in part and "vårdnadshavarna" in part and "<h1" not in part
    assert "vårdnadshavarna" not in html(petra.get(there, {"home": "not-told"}, headers={"HX-Request": "true"}))
    sent = {"key": uuid4(), "kind": "observation", "text": "Han åt två mackor.", "home": "not-told"}
    assert petra.post(there, sent)["Location"] == f"/supports/{pk}/"
    shown = html(petra.get(f"/supports/{pk}/"))
    assert "Han åt två mackor." in shown and "pågår" in shown
    assert "Han åt två mackor." in html(petra.get(f"/children/{cast.adam}/timeline/"))


def test_what_was_begun_is_found_again_where_it_belongs(cast, visitor):
    one, two, petra = start(cast), start(cast, code="HOME-BEDTIME"), visitor.as_("petra")
    petra.post(f"/drafts/occasion-{cast.adam}/", {"about": one, "text": "Halva mackan"})
    assert "Halva mackan" in html(petra.get(f"/supports/{one}/")) and "Halva mackan" not in html(petra.get(f"/supports/{two}/"))
    assert page(cast) in html(petra.get("/")) and "En anteckning om det som gjordes" in html(petra.get("/"))
    petra.post(f"/supports/{one}/notes/", {"key": uuid4(), "kind": "talk", "text": "Hela mackan.", "home": "yes"})
    assert "Halva mackan" not in html(petra.get(f"/supports/{one}/"))


def test_what_has_been_done_is_filtered(cast, visitor):
    one, two = start(cast), start(cast, code="HOME-BEDTIME")
    note(cast, one, "Mackor.")
    note(cast, two, "Saga.", kind="observation")
    petra = visitor.as_("petra")
    for asked, words in (("", (True, True)), (f"?support={two}", (False, True)), ("?kind=talk", (True, False)), ("?kind=x&support=y", (True, True))):
        shown = html(petra.get(page(cast) + asked))
        assert ("Mackor." in shown, "Saga." in shown) == words, asked


@pytest.mark.parametrize(
    ("wrong", "about"),
    [({"form": "open"}, "form"), ({"code": "", "own": ""}, "own"), ({"kind": "x"}, "kind"), ({"evaluate_on": "2026-06-01"}, "evaluate_on"),
     ({"evaluate_on": "2025-11-19"}, "evaluate_on"), ({"holder": "00000000-0000-0000-0000-000000000000"}, "holder"), ({"home": ""}, "home")],
)  # fmt: skip
def test_what_is_missing_is_asked_for_again(cast, visitor, wrong, about):
    shown = html(visitor.as_("petra").post(f"{page(cast)}new/", said(cast, **wrong)), 422)
    assert f'href="#id_{about}' in shown
    with cast.acting("petra"):
        assert not Support.objects.exists()


def test_one_who_does_not_read_that_form_cannot_hold_it(cast, visitor):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.jonas, because="Fritids.")
    shown = html(visitor.as_("petra").post(f"{page(cast)}new/", said(cast, holder=cast.jonas)), 422)
    assert "läser inte om insatser i den formen" in shown


def test_the_childs_story_can_be_narrowed_to_support(cast, visitor):
    note(cast, start(cast), text="Vi läste på bussen.")
    with cast.acting("petra") as acting:
        told = {"kind": "talk", "title": "", "text": "Om något annat.", "for_guardians": "no", "for_guardians_because": "staff",
                "for_child": False, "only_for": None}  # fmt: skip
        Entry.write(told, subject=cast.adam, wall=67, by=acting.capacity_id, at=now(), pk=uuid4())
    story = f"/children/{cast.adam}/timeline/"
    whole, narrow = html(visitor.as_("petra").get(story)), html(visitor.get(f"{story}?kind=support"))
    assert "Om något annat." in whole and "Om något annat." not in narrow
    assert "Vi läste på bussen." in narrow and "Insats började" in narrow


def test_how_it_goes_and_that_it_ends(cast, visitor):
    pk, petra = start(cast), visitor.as_("petra")
    asked = {"key": uuid4(), "result": "helped", "voice": "guardian", "text": "Lugnare.", "then": "end", "again_on": LATER, "because": ""}
    assert 'href="#id_because' in html(petra.post(f"/supports/{pk}/evaluation/", asked), 422)
    assert petra.post(f"/supports/{pk}/evaluation/", asked | {"because": "done"}).status_code == HTTPStatus.FOUND
    shown = html(petra.get(f"/supports/{pk}/"))
    assert "Lugnare." in shown and "avslutad" in shown
    assert petra.post(f"/supports/{pk}/step/", {"to": "ended", "because": ""}).status_code == 422
    assert petra.post(f"/supports/{pk}/step/", {"to": "going"}).status_code == HTTPStatus.FOUND
    with cast.acting("petra"):
        assert Support.objects.get(pk=pk).state == "going" and Outcome.objects.count() == 1


def test_a_stranger_sees_nothing(cast, visitor):
    pk = start(cast)
    note(cast, pk)
    maja = visitor.as_("maja")
    for there in (f"/supports/{pk}/", f"/supports/{pk}/notes/", page(cast)):
        assert maja.get(there).status_code in CLOSED
    with cast.acting("maja"):
        assert not Occasion.objects.exists()
