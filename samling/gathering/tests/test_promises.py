"""Promises made in the room: straight into the plan, answered aloud, read back, and never without a holder."""

import re
from uuid import uuid4

import pytest
from django.db import DatabaseError

from samling.access import guard
from samling.gathering.models import Invited, JointMeeting
from samling.gathering.models.promised import may_read_back, note_read_back, plan_for, vows
from samling.kernel.answer import Refused
from samling.people.models import Guardian
from samling.promises.models import Promise, PromiseWord
from samling.promises.rules import State
from samling.promises.tests import table
from samling.records.clock import now
from samling.referral.models import NotOffered

from .test_meetings import called


@pytest.fixture
def room(cast):
    """A meeting around Adam with a plan; Petra, Adam and his mother sit at the table."""
    plan, meeting = table.begun(cast), called(cast)
    with cast.acting("petra") as acting:
        by, one = table.me(acting), JointMeeting.objects.get(pk=meeting)
        for who in ({"kind": "child", "name": "Adam Hassan"}, {"kind": "staff", "capacity": by},
                    {"kind": "guardian", "guardian": Guardian.objects.get(pk=cast.hodan), "name": "Hodan Hassan"}):
            Invited.invite(one, who, why="Vi behövs", decides=True, by=by, at=now())
    return plan, meeting


def row(maker, does="möter Adam vid grinden", **more):
    return {"key": uuid4(), "maker": maker, "does": does, "rhythm": "daily", "until_on": "2025-12-19"} | more


def test_a_row_becomes_a_promise_that_its_maker_answers_in_the_room(cast, room, visitor):
    _plan, meeting = room
    page, told = f"/joint-meetings/{meeting}/", row(f"guardian:{cast.hodan}", "provar en ny morgonrutin")
    for _twice in range(2):
        assert visitor.as_("petra").post(f"{page}promises/", told).status_code == 302
    with cast.acting("petra"):
        (one,) = Promise.objects.filter(gathering_id=meeting)
        assert (one.made_as, one.who, one.state) == ("guardian", "Hodan Hassan", State.ASKED)
    answer = visitor.post(f"/joint-meetings/promises/{one.pk}/answer/", {"word": "yes", "back": "read-back"})
    assert answer["Location"] == f"{page}read-back/#promised"
    with cast.acting("petra"):
        (word,) = PromiseWord.objects.filter(promise=one)
        assert (word.word, word.how) == ("yes", "room")
    read = visitor.get(f"{page}read-back/").content.decode()
    assert "provar en ny morgonrutin" in read and "i rummet" in read and "Petra Ek" in read


def test_a_no_in_the_room_weighs_the_same(cast, room, visitor):
    _plan, meeting = room
    visitor.as_("petra").post(f"/joint-meetings/{meeting}/promises/", row("child:", "försöker ringa på"))
    read = visitor.get(f"/joint-meetings/{meeting}/read-back/").content.decode()
    buttons = re.findall(r'<button class="([^"]+)"[^>]*name="word" value="(yes|no)"', read)
    assert {value for _kind, value in buttons} == {"yes", "no"} and len({kind for kind, _value in buttons}) == 1
    with cast.acting("petra"):
        one = Promise.objects.get(gathering_id=meeting)
    visitor.post(f"/joint-meetings/promises/{one.pk}/answer/", {"word": "no"})
    with cast.acting("petra"):
        assert Promise.objects.get(pk=one.pk).state is State.RELEASED


def test_someone_who_is_not_there_gets_the_question_and_no_button(cast, room, visitor):
    _plan, meeting = room
    visitor.as_("petra").post(f"/joint-meetings/{meeting}/promises/", row(f"staff:{cast.jonas}"))
    read = visitor.get(f"/joint-meetings/{meeting}/read-back/").content.decode()
    assert 'name="word"' not in read and "får frågan efteråt" in read
    assert "du får frågan om du lovar det" in " ".join(visitor.as_("jonas").get("/").content.decode().split())


def test_a_plan_begun_from_the_meeting_leads_back_to_it(cast, visitor):
    hour = f"/joint-meetings/{called(cast)}/hour/"
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.jonas, because="Står vid sidan.")
    (begin,) = re.findall(r'href="(/children/[^"]*/plan/new/[^"]*|/[^"]*plan[^"]*next=[^"]*)"', visitor.as_("petra").get(hour).content.decode())
    assert f'href="{hour}"' in visitor.get(begin).content.decode()
    told = {"kind": "joint", "coordinator": cast.petra, "deputy": cast.jonas, "review_on": "2026-01-20"}
    elsewhere = begin.split("next=")[0] + "next=//elsewhere.example/"
    assert 'href="//elsewhere' not in visitor.get(elsewhere).content.decode()
    assert visitor.post(begin, told)["Location"] == hour


def test_everyone_is_offered_once(cast, room, visitor):
    _plan, meeting = room
    page = visitor.as_("petra").get(f"/joint-meetings/{meeting}/hour/").content.decode()
    assert "orosanmälan" not in page and 'role="search"' not in page  # the family reads the shared screen too
    offered = re.findall(r"<option[^>]*>([^<]+)", page.split('name="maker"')[1].split("</select>")[0])
    for name in ("Adam", "Hodan", "Petra"):
        assert len([one for one in offered if one.startswith(name)]) == 1, offered


def test_a_family_is_not_asked_to_carry_messages(cast, room, visitor):
    _plan, meeting = room
    answer = visitor.as_("petra").post(
        f"/joint-meetings/{meeting}/promises/", row(f"guardian:{cast.hodan}", "berättar för skolan vad BUP sa"))
    assert answer.status_code == 422 and "berättar för skolan vad BUP sa" in answer.content.decode()
    with cast.acting("petra"):
        assert not Promise.objects.filter(gathering_id=meeting).exists()


def test_in_the_room_is_only_for_what_was_promised_at_a_meeting(cast, room):
    plan, _meeting = room
    one = table.promise(cast, plan, maker="jonas")
    with pytest.raises(DatabaseError):
        table.say(cast, one, "yes", how="room")


def test_nothing_is_read_back_while_a_promise_has_nobody(cast, room, visitor):
    _plan, meeting = room
    visitor.as_("petra").post(f"/joint-meetings/{meeting}/promises/", row(f"staff:{cast.jonas}"))
    with cast.acting("petra") as acting:
        one = JointMeeting.objects.get(pk=meeting)
        found = vows(one, table.opened(acting, plan_for(one).pk), [])
        assert may_read_back(one, found) and not found.unheld
        lost = found._replace(rows=[row._replace(held=False) for row in found.rows])
        with pytest.raises(Refused, match="nobody who holds it"):
            note_read_back(one, lost, by=table.me(acting), at=now())
        assert JointMeeting.objects.get(pk=meeting).read_back_at is None


def test_the_childs_point_is_read_first(cast, room, visitor):
    _plan, meeting = room
    post = visitor.as_("petra").post
    post(f"/joint-meetings/{meeting}/promises/", row(f"staff:{cast.petra}", "öppnar lilla dörren"))
    post(f"/joint-meetings/{meeting}/promises/", row("child:", "försöker ringa på"))
    post(f"/joint-meetings/{meeting}/points/", {"key": uuid4(), "topic": "childs", "text": "Får jag gå in själv?"})
    read = visitor.get(f"/joint-meetings/{meeting}/read-back/").content.decode()
    places = [read.index(text) for text in ("Får jag gå in själv?", "försöker ringa på", "öppnar lilla dörren")]
    assert places == sorted(places)
    assert visitor.post(f"/joint-meetings/{meeting}/read-back/").status_code == 302
    with cast.acting("petra"):
        assert JointMeeting.objects.get(pk=meeting).read_back_at


def test_what_could_not_be_offered_is_noted_from_the_meeting(cast, room, visitor):
    _plan, meeting = room
    told = {"key": uuid4(), "what": "talks", "whom": "camhs", "why": "queue", "words": "Nio månader"}
    for _twice in range(2):
        visitor.as_("petra").post(f"/joint-meetings/{meeting}/not-offered/", told)
    with cast.acting("petra"):
        assert NotOffered.objects.count() == 1


def test_another_authority_writes_promises_in_the_same_plan_and_a_stranger_in_none(cast, room, visitor):
    _plan, meeting = room
    assert visitor.as_("tomas").post(f"/joint-meetings/{meeting}/promises/", row("child:")).status_code == 404
    assert visitor.as_("tomas").get(f"/joint-meetings/{meeting}/read-back/").status_code == 404
    table.joined(cast)
    assert visitor.as_("maria").post(f"/joint-meetings/{meeting}/promises/", row("child:", "ringer på")).status_code == 302
