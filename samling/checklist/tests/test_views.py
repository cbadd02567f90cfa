"""The teacher's path from the child's page to a decision, as a browser without JavaScript goes it."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samling.access import looks
from samling.checklist.models import Answer, AnswerBody, Seat, Tried
from samling.concern.models import Signal
from samling.journey.telling import tell
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child
from samling.records.clock import now, today
from tests.house.page import check_page

from .conftest import assign, begun, filled, save, seated, url

STEPS = ["why-now", "strengths", "attendance", "tried", "voice", "table", "next"]


def said(cast, code, who="petra"):
    """The texts that stand or stood at a place, oldest first."""
    with cast.acting(who):
        looks.look(cast.adam, range(64, 128), "test")
        return list(
            AnswerBody.objects.filter(head__place=code).order_by("head__version").values_list("said", flat=True)
        )


def test_the_whole_path_from_the_child_to_solved_here(cast, visitor):
    visitor.as_("petra")
    assert "Adam" in visitor.get(url("begin", cast.adam)).content.decode()
    step = visitor.post(url("begin", cast.adam), follow=True)
    here = step.request["PATH_INFO"]
    answers = {
        "why-now": {"a-seen": "Kommer sent", "a-areas": ["D"]}, "strengths": {"b-likes": "Lego"},
        "attendance": {"skip": "yes"},
        "tried": {"k-tried-0-what": "ADAPT-SHORTER", "k-tried-0-effect": "partly"},
        "voice": {"q-words": "Det är för mycke folk"}, "table": {"others": "Sara Blom, modersmålslärare"},
        "next": {"r-next-0-what": "ADAPT-CHECK-IN", "s-different": "Han kommer in med de andra"},
    }  # fmt: skip
    for code in STEPS:
        assert here.endswith(f"/steps/{code}/")
        answer = visitor.post(here, filled(visitor.get(here)) | answers[code])
        assert answer.status_code == 302
        here = answer.url
    assert here.endswith("/decision/")
    here = here.replace("decision/", "")
    front = visitor.get(here)
    states = [task.state for task in front.context["tasks"]]
    assert states == ["done", "done", "skipped", "done", "done", "done", "done"]
    assert [task.title for task in front.context["cards"]["opened"]] == ["Lärande"]
    decision = front.context["urls"]["decision"]
    review = visitor.get(decision, {"kind": "solved_here"})
    assert "2 januari" in review.content.decode()
    assert visitor.post(decision, {"kind": "solved_here"}).status_code == 302
    front = visitor.get(here)
    assert front.context["decision"].kind == "solved_here"
    asked = visitor.post(front.context["urls"]["follow_up"], {"result": "solved", "asked_child": "on"})
    assert asked.status_code == 302
    assert visitor.get(here).context["closed"]
    assert visitor.post(url("page", front.context["sitting"].checklist.pk, "voice"), {"version": ""}).status_code == 403


def test_the_school_alone_does_not_say_that_it_is_solved(checklist, visitor):
    visitor.as_("petra")
    save(visitor, url("page", checklist, "why-now"), a__seen="x")
    visitor.post(url("decision", checklist), {"kind": "solved_here"})
    answer = visitor.post(url("follow-up", checklist), {"result": "solved"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "Skolan kan inte ensam säga" in page
    assert 'value="solved" required id="id_result_0" checked' in page or page.count("checked") == 1
    assert check_page(page) == []
    assert visitor.post(url("follow-up", checklist), {}).status_code == 422
    assert visitor.post(url("follow-up", checklist), {"result": "solved", "asked_home": "on"}).status_code == 302


def test_the_front_asks_the_home_once(cast, checklist, visitor):
    visitor.as_("petra")
    save(visitor, url("page", checklist, "why-now"), a__seen="x")
    visitor.post(url("decision", checklist), {"kind": "further"})
    assert "Fråga vårdnadshavarna" in visitor.get(url("show", checklist)).content.decode()
    with cast.acting("petra") as acting:
        tell(cast.adam, wall(1, Category.CONCERN), "consent asked", by=acting.capacity_id, at=now())
    page = visitor.get(url("show", checklist)).content.decode()
    assert "Familjen är tillfrågad." in page and "Fråga vårdnadshavarna" not in page


@pytest.mark.parametrize("code", STEPS)
def test_every_step_is_a_clean_page(checklist, visitor, code):
    page = visitor.as_("petra").get(url("page", checklist, code))
    assert page.status_code == 200
    assert check_page(page.content.decode()) == []


def test_the_other_pages_are_clean(cast, checklist, visitor):
    visitor.as_("petra")
    save(visitor, url("page", checklist, "why-now"), a__seen="x", a__areas=["D", "F"])
    pages = [url(name, checklist) for name in ("show", "sheet", "decision")]
    pages += [
        url("card", checklist, "D"),
        url("history", checklist, "a-seen"),
        url("history", checklist, "k-tried"),
    ]
    pages += [url("decision", checklist) + "?kind=solved_here", url("decision", checklist) + "?kind=further"]
    for here in pages:
        page = visitor.get(here)
        assert (page.status_code, check_page(page.content.decode())) == (200, []), here
    visitor.post(url("decision", checklist), {"kind": "solved_here"})
    assert check_page(visitor.get(url("follow-up", checklist)).content.decode()) == []
    assert check_page(visitor.get(url("show", checklist)).content.decode()) == []
    assert check_page(visitor.as_("maja").get(url("begin", cast.elsa)).content.decode()) == []


def test_one_goes_on_where_one_was(checklist, visitor):
    visitor.as_("petra")
    save(visitor, url("page", checklist, "why-now"), a__seen="x")
    assert visitor.get(url("continue", checklist)).url == url("page", checklist, "strengths")


def test_saving_an_empty_page_is_not_done(checklist, visitor):
    visitor.as_("petra")
    assert save(visitor, url("page", checklist, "voice")).status_code == 302
    states = visitor.get(url("show", checklist)).context["sitting"].states
    assert states["voice"] == "todo"


def test_a_card_and_the_sheet_hold_the_same_answers(checklist, visitor):
    visitor.as_("petra")
    assert save(visitor, url("card", checklist, "D"), d__follows="Hänger med", d__state="1").url == url(
        "show", checklist
    )
    sheet = visitor.get(url("sheet", checklist))
    assert "Hänger med" in sheet.content.decode()
    assert save(visitor, url("sheet", checklist), d__follows="Tappar tråden").url == url("sheet", checklist)
    assert "Tappar tråden" in visitor.get(url("card", checklist, "D")).content.decode()


def draft(visitor, here, sent):
    return visitor.post(here, sent, headers={"X-Draft": "1", "Sec-Fetch-Dest": "empty"})


def test_autosave_answers_with_a_sentence_and_the_new_version(cast, checklist, visitor):
    here = url("page", checklist, "why-now")
    sent = filled(visitor.as_("petra").get(here)) | {"a-seen": "Se"}
    first = draft(visitor, here, sent)
    assert (first.status_code, first.content.decode()) == (200, "Sparat 09.00")
    assert first["Draft-Saved"] == "09.00"
    second = draft(visitor, here, sent | {"a-seen": "Sent", "version": first["Draft-Version"]})
    assert second.status_code == 200
    assert said(cast, "a-seen") == ["Sent"]
    assert visitor.get(url("show", checklist)).context["sitting"].states["why-now"] == "started"


def test_an_answer_that_was_lost_makes_no_other_of_whoever_wrote_it(cast, checklist, visitor):
    here = url("page", checklist, "why-now")
    sent = filled(visitor.as_("petra").get(here)) | {"a-seen": "Se"}
    draft(visitor, here, sent)  # kept, but its answer never came
    again = draft(visitor, here, sent)
    newer = draft(visitor, here, sent | {"a-seen": "Sent", "version": again["Draft-Version"]})
    assert newer.status_code == 200, newer.content.decode()
    assert said(cast, "a-seen") == ["Sent"]
    assert draft(visitor, here, sent | {"a-seen": "Från en annan flik"}).status_code == 409, "two tabs still lose nothing"


def test_a_lost_session_says_so_and_the_text_goes_in_after_signing_in_again(cast, checklist, visitor):
    here = url("page", checklist, "why-now")
    sent = filled(visitor.as_("petra").get(here)) | {"a-seen": "Skrivet när jag var utloggad"}
    visitor.cookies.clear()
    assert draft(visitor, here, sent).status_code == 401
    assert draft(visitor.as_("petra"), here, sent).status_code == 200
    assert said(cast, "a-seen") == ["Skrivet när jag var utloggad"]


def test_one_wrong_answer_does_not_stop_the_others_from_being_saved(cast, checklist, visitor):
    here = url("page", checklist, "attendance")
    sent = filled(visitor.as_("petra").get(here)) | {"c-percent-month": "240", "c-pattern": "Måndagar"}
    first = draft(visitor, here, sent)
    assert first.status_code == 422 and first["Draft-Version"]
    assert (said(cast, "c-pattern"), said(cast, "c-percent-month")) == (["Måndagar"], [])
    again = draft(visitor, here, sent | {"c-percent-month": "24", "version": first["Draft-Version"]})
    assert again.status_code == 200
    page = visitor.post(here, sent)
    assert page.status_code == 422 and "240" in page.content.decode()
    assert check_page(page.content.decode()) == []


def test_two_at_the_table_see_both_texts_and_choose(cast, checklist, visitor):
    assign(cast, "amir")
    here = url("page", checklist, "why-now")
    stale = filled(visitor.as_("amir").get(here))
    save(visitor.as_("petra"), here, a__seen="Petras ord", a__think="Petra tror")
    visitor.as_("amir")
    assert draft(visitor, here, stale | {"a-seen": "Amirs ord"}).status_code == 409
    both = visitor.post(here, stale | {"a-seen": "Amirs ord"})
    text = both.content.decode()
    assert both.status_code == 409 and "Petras ord" in text and "Amirs ord" in text
    assert "Petra tror" not in text  # what Amir did not touch is no conflict
    assert check_page(text) == []
    assert said(cast, "a-seen") == ["Petras ord"]
    chosen = {"version": both.context["form"].version, "a-seen": "Petras ord och Amirs"}
    assert visitor.post(here, chosen).status_code == 302
    assert said(cast, "a-seen") == ["Petras ord", "Petras ord och Amirs"]
    assert said(cast, "a-think") == ["Petra tror"]
    earlier = visitor.get(url("history", checklist, "a-seen")).content.decode()
    assert "Petras ord</p>" in earlier and "Petra Ek" in earlier


def test_two_tabs_of_one_person_are_two_writers(checklist, visitor):
    here = url("page", checklist, "why-now")
    visitor.as_("petra")
    one, two = filled(visitor.get(here)), filled(visitor.get(here))
    assert visitor.post(here, one | {"a-seen": "Första fliken"}).status_code == 302
    assert visitor.post(here, two | {"a-seen": "Andra fliken"}).status_code == 409


def test_sent_twice_is_saved_once(cast, checklist, visitor):
    here = url("page", checklist, "tried")
    sent = filled(visitor.as_("petra").get(here)) | {
        "k-tried-0-what": "ADAPT-SHORTER",
        "k-tried-0-weeks": "3",
    }
    assert visitor.post(here, sent).status_code == visitor.post(here, sent).status_code == 302
    with seated(cast, checklist) as sitting:
        assert len(sitting.tried) == 1 and Tried.objects.count() == 1
    assert visitor.post(url("begin", cast.adam)).status_code == visitor.post(url("begin", cast.adam)).status_code
    assert begun(cast) == checklist


def test_rows_are_added_changed_and_taken_away(cast, checklist, visitor):
    visitor.as_("petra")
    here = url("page", checklist, "tried")
    add = save(visitor, here, add="ADAPT-MOVE")
    assert add.url == here
    more = save(visitor, here, k__tried__1__own="Början i biblioteket", k__tried__1__effect="helped", more="k-tried")
    assert more.url == here
    names = [task.head.title for task in visitor.get(url("show", checklist)).context["sitting"].tried]
    assert len(names) == 2
    gone = save(visitor, here, k__tried__0__what="")
    assert gone.status_code == 302
    with seated(cast, checklist) as sitting:
        assert [kept.said["own"] for kept in sitting.tried] == ["Början i biblioteket"]
    strip = visitor.get(url("show", checklist)).content.decode()
    assert "1 hjälpte." in strip and len(re.findall('<svg class="effect', strip)) == 2  # strip and list


def test_a_row_that_was_saved_while_it_was_written_is_one(checklist, visitor):
    here = url("page", checklist, "tried")
    sent = filled(visitor.as_("petra").get(here)) | {"k-tried-0-own": "Kortare"}
    assert draft(visitor, here, sent).status_code == 200
    more = {"k-tried-0-own": "Kortare uppgifter", "k-tried-0-effect": "helped", "k-tried-1-own": "Bilder"}
    visitor.post(here, sent | more)  # before the answer came: the form knows nothing of what is saved
    rows = visitor.get(url("show", checklist)).context["sitting"].tried
    assert [(one.said["own"], one.said["effect"]) for one in rows] == [("Kortare uppgifter", "helped"), ("Bilder", "not_evaluated")]


def test_two_add_a_row_at_once_and_both_rows_stay(cast, checklist, visitor):
    assign(cast, "jonas")
    here = url("page", checklist, "tried")
    stale = filled(visitor.as_("jonas").get(here))
    save(visitor.as_("petra"), here, k__tried__0__own="Petras")
    assert visitor.as_("jonas").post(here, stale | {"k-tried-0-own": "Jonas"}).status_code == 302
    with seated(cast, checklist) as sitting:
        assert [kept.said["own"] for kept in sitting.tried] == ["Petras", "Jonas"]


def test_a_chair_taken_meanwhile_stays(cast, checklist, visitor):
    assign(cast, "jonas", "amir")
    here = url("page", checklist, "table")
    stale = filled(visitor.as_("jonas").get(here))
    save(visitor.as_("petra"), here, staff=[str(cast.petra), str(cast.amir)])
    assert visitor.as_("jonas").post(here, stale | {"child": "before"}).status_code == 302
    with cast.acting("petra"):
        here_now = {str(seat) for seat in Seat.objects.filter(left_at=None).select_related("capacity__person")}
    assert here_now == {"Petra Ek", "Amir Rostami", ""}


HOSTILE = {
    "huge": {"a-seen": "x" * 5000},
    "markup": {"a-seen": "<script>alert(1)</script>"},
    "nul": {"a-seen": "a\x00b"},
    "wrong choice": {"a-urgent": "maybe", "a-areas": ["D", "ZZ"]},
    "no such day": {"a-since": "2025-02-31"},
    "foreign keys": {"c-pattern": "not on this page", "version": "c-pattern=c-pattern:0:x a-seen=../etc:1:y"},
    "nonsense version": {"version": "😀😀 = : :: a=b", "a-seen": "x"},
    "endless version": {"version": "a-seen=a-seen:0:x " * 5000, "a-seen": "x"},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_bad_input_is_met_calmly(cast, checklist, visitor, name):
    here = url("page", checklist, "why-now")
    answer = save(visitor.as_("petra"), here, **{key.replace("-", "__"): value for key, value in HOSTILE[name].items()})
    assert answer.status_code in (302, 409, 422)
    assert check_page(answer.content.decode()) == [] if answer.status_code != 302 else True
    assert "<script>alert" not in visitor.get(here).content.decode()
    with cast.acting("petra"):
        assert not Answer.objects.exclude(place__startswith="a-").exists()


def test_bytes_that_are_no_text_are_met_calmly(checklist, visitor):
    here = url("page", checklist, "why-now")
    kind = "application/x-www-form-urlencoded"
    answer = visitor.as_("petra").post(here, data=b"a-seen=\xff\xfe\x80&version=\xff", content_type=kind)
    assert answer.status_code in (302, 400, 422)
    assert visitor.post(here, {}).status_code == 302


def test_rows_beyond_measure_are_met_calmly(checklist, visitor):
    here = url("page", checklist, "tried")
    rows = {f"k-tried-{number}-own": "x" for number in range(90)}
    answer = visitor.as_("petra").post(here, {"version": "", "k-tried-0-weeks": "-1", **rows})
    assert answer.status_code in (302, 422)


def test_nonsense_addresses_are_not_there(cast, checklist, visitor):
    visitor.as_("petra")
    for here in (
        url("page", checklist, "nowhere"),
        url("card", checklist, "Z"),
        url("history", checklist, "nothing"),
    ):
        assert visitor.get(here).status_code == 404
    assert visitor.get(url("show", cast.adam)).status_code == 404
    assert visitor.get(url("follow-up", checklist)).status_code == 404
    assert visitor.post(url("concern-back", checklist)).status_code == 404
    assert visitor.get(url("begin", cast.adam) + "?signal=nonsense").status_code == 302
    assert visitor.post(url("decision", checklist), {"kind": "elsewhere"}).status_code == 200
    assert visitor.post(url("decision", checklist), {"kind": "further"}).status_code == 403


def test_the_sheet_asks_the_database_as_often_for_200_lines_as_for_20(cast, checklist, visitor):
    def fill(upto):
        with seated(cast, checklist) as sitting:
            question = next(q for b in sitting.everything for q in b.questions if q.code == "k-tried")
            rows = {f"k-tried-{n}": (question, {"own": f"Rad {n}", "effect": "no"}) for n in range(upto)}
            sitting.save(sitting.everything, rows, {})

    def asked(here):
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get(here).status_code == 200
        return len(queries)

    visitor.as_("petra")
    pages = [url("sheet", checklist), url("show", checklist), url("page", checklist, "tried")]
    fill(20)
    few = [asked(here) for here in pages]
    fill(200)
    assert [asked(here) for here in pages] == few
    assert max(few) < 60


def test_what_the_concern_says_is_offered_and_is_an_answer_when_it_is_saved(cast, visitor):
    with cast.acting("petra") as acting:
        child, by = Child.objects.select_related("branch").get(pk=cast.adam), Capacity.objects.get(pk=acting.capacity_id)
        told = {"danger": False, "text": "Sen i dag igen.", "touches": ["school"], "raised_as": "self", "raised_name": "",
                "how": "seen", "said_child": "", "said_guardian": "", "seen_on": today()}  # fmt: skip
        signal = Signal.note(child, told, by=by, at=now(), pk=uuid4())
    here = visitor.as_("petra").post(url("begin", cast.adam), {"signal": str(signal.pk)}, follow=True).request["PATH_INFO"]
    assert "Sen i dag igen.</textarea>" in visitor.get(here).content.decode()
    assert said(cast, "a-seen") == []
    visitor.post(here, filled(visitor.get(here)) | {"a-seen": "Sen i dag igen."})
    assert said(cast, "a-seen") == ["Sen i dag igen."]
    assert "Ur det som berättats" not in visitor.get(here).content.decode()
