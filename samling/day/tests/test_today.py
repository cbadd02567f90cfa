"""*I dag*: what is owed, by me and to me; each list by itself."""

import datetime as dt
from uuid import uuid4

import pytest
from django.urls import reverse

from samling.checklist.models import Checklist, Decision
from samling.concern.models import NamelessConcern, Signal
from samling.consent.tests.asking import ask
from samling.day import day as days
from samling.day.notices import stand_together
from samling.day.reference.kinds import KINDS
from samling.followup.models import Round
from samling.instruments.shape import Time
from samling.journey.models import Notice
from samling.journey.telling import notify
from samling.people.models import Child
from samling.promises.tests import table
from samling.records.clock import now, today
from samling.work.running import house

SEEN = {
    "danger": False,
    "text": "Sitter ensam.",
    "touches": ["school"],
    "raised_as": "self",
    "raised_name": "",
    "how": "seen",
    "said_child": "",
    "said_guardian": "",
}


def main(answer):
    """The main part of a page."""
    assert answer.status_code == 200
    return answer.content.decode().split('<main id="main"')[1].split("</main>")[0]


def raise_concern(cast, me, key="adam", who="petra"):
    """Someone tells of a concern."""
    with cast.acting(who) as acting:
        child = Child.objects.get(pk=cast.world.child[key])
        return Signal.note(child, SEEN | {"seen_on": today()}, by=me(acting), at=now(), pk=uuid4())


def send(cast, kind, *, to="petra", by="gunilla", **more):
    """A notice from one to another."""
    with cast.acting(by) as acting:
        return notify(cast.world.capacity[to], kind, by=acting.capacity_id, at=now(), **more)


def test_nothing_waits_on_a_calm_morning(cast, visitor):
    page = main(visitor.as_("petra").get("/"))
    assert "God morgon, Petra. Inget väntar på dig." in page
    assert "Torsdag 20 november · vecka 47" in page


def test_a_promise_that_asks_for_an_answer_is_counted_as_waiting(cast, visitor):
    table.promise(cast, table.begun(cast), maker="jonas")
    page = main(visitor.as_("jonas").get("/"))
    assert "En sak väntar på dig." in page and "du får frågan om du lovar det" in " ".join(page.split())
    assert "Inget väntar på dig." not in page and "Det som väntar på dig står under" in page
    assert "Inget väntar på dig." in main(visitor.as_("petra").get("/"))


def test_a_leader_sees_concerns_and_the_teller_waits_for_an_answer(cast, visitor, me):
    raise_concern(cast, me)
    page = main(visitor.as_("gunilla").get("/"))
    assert "En sak väntar på dig." in page and "Adam H" in page and "En oro att ta hand om" in page
    page = main(visitor.as_("petra").get("/"))
    assert "Inget väntar på dig." in page and "Ett svar på det du berättade" in page


def test_a_nameless_question_has_no_name(cast, visitor, me):
    with cast.acting("birgitta") as acting:
        told = {
            "to_unit_id": cast.norrskolan,
            "age_band": "6-9",
            "touches": ["home"],
            "question": "Hur?",
            "raised_as": "self",
            "how": "talk",
        }
        NamelessConcern.ask(told, by=me(acting), at=now(), pk=uuid4())
    assert "Ett barn utan namn" in main(visitor.as_("gunilla").get("/"))
    assert "Ett barn utan namn" in main(visitor.as_("birgitta").get("/"))


def test_a_follow_up_comes_and_then_is_for_today(cast, visitor, me):
    with cast.acting("petra") as acting:
        child = Child.objects.select_related("branch", "unit").get(pk=cast.adam)
        made = Checklist.begin(child, by=me(acting), at=now())
        Decision.decide(made, Decision.Kind.SOLVED_HERE, seen=True, by=me(acting), at=now())
        due = Notice.objects.get(kind="checklist-follow-up").due_on
        Round.plan(child, Time.SOLVED, due, by=me(acting), at=now(), pk=uuid4())
    page = main(visitor.as_("petra").get("/"))
    assert "Inget väntar på dig." in page and "nu är det dags" in page.split('id="coming"')[1]
    from samling.consent.tests.asking import move_clock

    move_clock(dt.datetime.combine(due, dt.time(8), dt.UTC))
    page = main(visitor.as_("petra").get("/"))
    assert "En sak väntar på dig." in page and "Sex veckor efter" not in page, "one errand is one line"
    asks = reverse("followup:child", args=[cast.adam])
    assert asks in visitor.get(reverse("checklist:follow-up", args=[made.pk])).content.decode()


def test_what_is_done_is_ticked_off_and_can_be_taken_back(cast, visitor):
    send(cast, "consent_answered", subject=cast.adam, record=uuid4())
    me = visitor.as_("petra")
    page = main(me.get("/"))
    assert "Någon har svarat om ja och nej" in page
    notice = page.split("/notices/")[1].split("/")[0]
    after = me.post(f"/notices/{notice}/done/")
    page = main(me.get(after.url))
    assert "Inget väntar på dig." in page and "Ångra" in page
    assert after.url.endswith("#done") and 'id="done"' in page, "the next Tab leads on from there"
    me.post(f"/notices/{notice}/again/")
    assert "En sak väntar på dig." in main(me.get("/"))


def test_only_the_one_who_was_asked_can_tick_it_off(cast, visitor):
    notice = send(cast, "consent_answered", subject=cast.adam)
    done = reverse("day:done", args=[notice.pk])
    assert visitor.as_("gunilla").post(done).status_code == 403
    assert visitor.as_("maja").post(done).status_code == 404
    assert visitor.as_("petra").get(done).status_code == 405


def test_many_answers_stand_on_one_line_and_are_ticked_off_together(cast, visitor):
    for _number in range(3):
        send(cast, "concern answered")
    page = main(visitor.as_("petra").get("/"))
    assert "Du har tre svar på det du berättade" in page and "En sak väntar på dig." in page
    visitor.post(f"/notices/{page.split('/notices/')[1].split('/')[0]}/done/")
    assert "Inget väntar på dig." in main(visitor.get("/"))


def test_what_stands_on_a_line_of_its_own_is_ticked_off_by_itself(cast):
    alone = [code for code, kind in KINDS.items() if not kind.many]
    sent = [[send(cast, kind, due=today()).pk for kind in alone] for _turn in range(2)]
    with cast.acting("petra") as acting:
        for one in Notice.objects.filter(pk__in=sent[1]):
            one.finish(by=acting.capacity_id, at=now(), together=stand_together(one.kind))
        assert {*Notice.objects.filter(done_at=None).values_list("pk", flat=True)} == {*sent[0]}
        for one in Notice.objects.filter(pk__in=sent[1][:1]):
            one.reopen(by=acting.capacity_id, together=stand_together(one.kind))
        assert Notice.objects.filter(done_at=None).count() == len(alone) + 1


def test_what_is_about_a_child_one_no_longer_reads_is_left_out(cast, visitor):
    send(cast, "consent_answered", subject=cast.elsa)
    assert "Inget väntar på dig." in main(visitor.as_("petra").get("/"))


def test_a_kind_that_nobody_has_told_the_desk_of_is_still_said(cast, visitor):
    send(cast, "never heard of", subject=cast.adam)
    send(cast, "never heard of either")
    page = main(visitor.as_("petra").get("/"))
    assert "Något nytt om barnet" in page and "Något nytt till dig" in page


def test_one_waits_for_the_guardian_who_has_not_answered(cast, visitor):
    from samling.consent.tests.asking import answer

    asked = ask(cast, "petra", cast.adam)
    answer(cast, "petra", asked, cast.hodan)
    page = main(visitor.as_("petra").get("/")).split('id="waits"')[1]
    assert "Ali" in page and "Hodan" not in page


@pytest.mark.parametrize("broken", ["waiting", "drafts", "invitations", "concerns"])
def test_a_list_that_fails_leaves_the_others_standing(cast, visitor, me, monkeypatch, broken):
    raise_concern(cast, me)
    monkeypatch.setattr(days, broken, lambda *parts: 1 / 0)
    page = main(visitor.as_("gunilla").get("/"))
    assert ("gick inte att hämta" in page) == (broken != "drafts")
    assert "Kommande" in page


def test_a_list_whose_statement_fails_leaves_the_others_standing(cast, visitor, me, monkeypatch):
    from django.db import connection

    raise_concern(cast, me)
    monkeypatch.setattr(days, "waiting", lambda *parts: connection.cursor().execute("select from nowhere"))
    page = main(visitor.as_("gunilla").get("/"))
    assert "gick inte att hämta" in page and "En oro att ta hand om" in page


def test_what_one_has_sent_is_waited_for_as_what_it_is(cast, visitor, me):
    letter = uuid4()
    with cast.acting("gunilla") as acting:
        notify(cast.petra, "letter_draft", by=me(acting).pk, at=now(), record=letter, subject=cast.adam)
    page = main(visitor.as_("gunilla").get("/"))
    assert "Ett brev hem" in page and reverse("consent:show", args=[letter]) not in page


def test_a_draft_is_gone_on_with_where_one_was(cast, visitor):
    me = visitor.as_("petra")
    me.post(reverse("journey:draft", args=[f"entry-{cast.adam}"]), {"text": "Halvt"})
    me.post(reverse("journey:draft", args=[f"entry-{cast.elsa}"]), {"text": "Inte längre mitt"})
    page = main(me.get("/")).split('id="drafts"')[1].split("</section>")[0]
    assert reverse("journey:new-note", args=[cast.adam]) in page and "Elsa" not in page
    me.post(reverse("journey:draft-end", args=[f"entry-{cast.adam}"]))
    assert reverse("journey:new-note", args=[cast.adam]) not in main(me.get("/"))


def test_a_draft_about_a_pupil_or_about_nobody_is_gone_on_with(cast, visitor):
    me, leo = visitor.as_("petra"), cast.world.pupil["leo"]
    for place in (f"pupil-{leo}", "nameless", f"pupil-{uuid4()}"):
        me.post(reverse("journey:draft", args=[place]), {"text": "Halvt"})
    page = main(me.get("/")).split('id="drafts"')[1].split("</section>")[0]
    assert "Leo" in page and "En fråga utan namn" in page
    for route, keys in (("concern:new-pupil", [leo]), ("concern:new-nameless", [])):
        there = reverse(route, args=keys)
        assert f'href="{there}"' in page
        assert "Halvt" in main(me.get(there)) or route == "concern:new-nameless"


def test_the_day_asks_as_much_for_many_as_for_few(cast, visitor, me, asking):
    visitor.as_("petra").get("/")
    counts = []
    for number in (2, 12):
        for _one in range(number):
            send(cast, "consent_answered", subject=cast.adam, record=uuid4())
            raise_concern(cast, me, key="noor")
        with asking() as asked:
            visitor.get("/")
        counts.append(len(asked().statements))
    assert counts[0] == counts[1], counts
    assert len(asked().protected) <= 12, "\n".join(asked().protected)


def test_a_head_sees_what_is_left_undone_and_of_no_child(cast, visitor):
    cast.token("gunilla")
    with cast.acting("petra") as acting:
        for kind in ("adaptation-evaluate", "report feedback"):
            notify(acting.capacity_id, kind, by=acting.capacity_id, at=now(), record=uuid4(), subject=cast.adam, due=today() - dt.timedelta(days=9))
    house("tell_of_overdue")
    shown = main(visitor.as_("gunilla").get(reverse("work:overdue")))
    assert "Petra Ek" in shown and "Fråga om det hjälper, det ni provar" in shown and "skulle ha varit för 9 dagar sedan" in shown
    assert shown.count("Petra Ek") == 1 and "Adam" not in shown and "anmälan" not in shown
