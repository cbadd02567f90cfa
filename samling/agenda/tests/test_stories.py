"""A meeting from agenda to *Klart för i dag*, and what each one at the table sees of it."""

import datetime as dt
import re

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from samling.access import guard, holding
from samling.agenda.models import Heard, Slot, Spoken, TeamDecision, TeamMeetingItem
from samling.agenda.models.closing import end
from samling.agenda.models.points import agenda
from samling.consent.models import Consent
from samling.journey.models import Notice
from samling.kernel.answer import Refused
from samling.letters.models import Letter
from samling.records.clock import now
from samling.team.models import Attendee, Team, TeamMeeting, TeamMember
from samling.team.models.lists import coming, teams

from .hour import assign, capacity, decide, me, meeting_of, said_yes, take_up, team_of


@pytest.fixture
def meeting(cast):
    """The team, its next meeting, and Tomas as a guest."""
    team_of(cast)
    return meeting_of(cast)


def seen(cast, who, meeting):
    """The agenda as someone sees it: a name, or nothing for *en punkt*."""
    with cast.acting(who) as acting:
        return [point.name for point in agenda(TeamMeeting.objects.get(pk=meeting), me(acting), now())]


def hears(cast, meeting):
    """What the guest may hear, item by item, as the head's page says it."""
    with cast.acting("gunilla") as acting:
        points = agenda(TeamMeeting.objects.get(pk=meeting), me(acting), now())
        return [next(str(ear.hearing) for ear in one.ears if ear.sitter.capacity.pk == cast.tomas) for one in points]


def test_the_guest_hears_only_what_the_home_has_said_yes_to(cast, meeting):
    said_yes(cast, "adam", ("hodan", "ali"))
    for child, nameless in (("adam", ""), ("noor", "Ett barn sover dåligt. Vad kan vi fråga om?")):
        take_up(cast, "petra", child, meeting, nameless=nameless)
    take_up(cast, "maja", "elsa", meeting)
    assert hears(cast, meeting) == ["name", "nameless", "leaves"]
    assert seen(cast, "tomas", meeting) == ["Adam Hassan", "", ""]
    assert seen(cast, "amir", meeting) == ["Adam Hassan", "Noor Aziz", "Elsa Karlsson"]


def test_a_yes_that_is_taken_back_is_gone_at_the_next_statement(cast, meeting):
    yes = said_yes(cast, "adam", ("hodan", "ali"))
    take_up(cast, "petra", "adam", meeting)
    assert seen(cast, "tomas", meeting) == ["Adam Hassan"]
    with cast.acting("gunilla") as acting:
        Consent.objects.get(pk=yes).stop(by=acting.capacity_id, at=now())
    assert hears(cast, meeting) == ["leaves"]
    assert seen(cast, "tomas", meeting) == [""]


def test_nobody_of_another_school_sees_anything(cast, meeting):
    take_up(cast, "petra", "adam", meeting)
    with cast.acting("olof"):
        assert not TeamMeeting.objects.exists() and not TeamMeetingItem.objects.exists()
        assert not coming(teams(), now())


def test_one_tap_hands_every_decision_to_its_holder(cast, meeting):
    assign(cast, "adam", "amir")
    item = take_up(cast, "petra", "adam", meeting)
    with cast.acting("amir") as acting:
        Spoken.write(TeamMeetingItem.objects.get(pk=item), "Lugnt på morgonen.", by=me(acting), at=now())
        found = me(acting)
    decision = decide(cast, "gunilla", item, holder=found)
    with cast.acting("gunilla") as acting:
        end(TeamMeeting.objects.get(pk=meeting), by=me(acting), at=now())
    with cast.acting("amir"):
        assert [one.kind for one in Notice.objects.filter(to_id=cast.amir)] == ["team-decision"]
        assert TeamDecision.objects.get(pk=decision).handed_at
    with cast.acting("gunilla"):
        assert "team-tell" in {one.kind for one in Notice.objects.filter(to_id=cast.gunilla)}
        assert not Heard.objects.exists()


def test_the_guardians_letter_is_drafted_for_the_one_who_tells(cast, meeting):
    item = take_up(cast, "petra", "adam", meeting)
    with cast.acting("petra") as acting:
        petra = me(acting)
    decide(cast, "gunilla", item, teller=petra)
    with cast.acting("gunilla") as acting:
        for _twice in range(2):
            end(TeamMeeting.objects.get(pk=meeting), by=me(acting), at=now())
    with cast.acting("petra"):
        letters = Letter.objects.filter(sender_id=cast.petra)
        assert sorted(one.guardian_id for one in letters) == sorted([cast.hodan, cast.ali])
        assert {one.kind for one in Notice.objects.filter(to_id=cast.petra)} == {"letter_draft", "team-tell"}


def test_a_protected_child_is_an_item_to_all_but_the_named_readers(cast, meeting):
    said_yes(cast, "adam", ("hodan", "ali"))
    with cast.acting("gunilla"):
        guard.protect(cast.adam, form="marked", readers=[cast.petra])
    item = take_up(cast, "petra", "adam", meeting)
    assert seen(cast, "petra", meeting) == seen(cast, "gunilla", meeting) == ["Adam Hassan"]
    assert seen(cast, "amir", meeting) == seen(cast, "tomas", meeting) == seen(cast, "eva", meeting) == [""]
    assert hears(cast, meeting) == ["leaves"]
    with pytest.raises(Refused):
        take_up(cast, "petra", "adam", meeting_of(cast, days=7), nameless="Ett barn sover dåligt.")
    decide(cast, "gunilla", item)
    with cast.acting("amir"):
        assert not TeamDecision.objects.exists()


def test_who_left_the_team_sees_its_next_meeting_no_more(cast, meeting):
    take_up(cast, "petra", "adam", meeting)
    with cast.acting("gunilla") as acting:
        Team.objects.get().members.get(capacity=cast.eva).end(by=me(acting), at=now())
    with cast.acting("eva"):
        assert not TeamMeeting.objects.exists()


def test_what_was_decided_last_comes_first(cast, meeting):
    item = take_up(cast, "petra", "adam", meeting)
    decision = decide(cast, "gunilla", item, due_on=now_on(cast), tell_on=now_on(cast))
    with cast.acting("gunilla") as acting:
        end(TeamMeeting.objects.get(pk=meeting), by=me(acting), at=now())
        team = Team.objects.get()
        day = now().date() + dt.timedelta(days=7)
        assert [one.pk for one in TeamDecision.to_follow_up(team, day)] == [decision]
        TeamDecision.objects.get(pk=decision).follow_up("helped", by=me(acting), at=now())
        assert not TeamDecision.to_follow_up(team, day)
        with pytest.raises(Refused):
            TeamDecision.objects.get(pk=decision).follow_up("no", by=me(acting), at=now())


def test_nothing_inside_an_item_changes_what_the_others_see(cast, visitor, meeting):
    item = take_up(cast, "petra", "noor", meeting, nameless="Ett barn sover dåligt.")
    assign(cast, "noor", "amir")

    def pages():
        there = reverse("agenda:meeting", args=[meeting])
        return [re.sub(r'(name="csrfmiddlewaretoken" value=|nonce=|data-seconds=)"[^"]+"', "", visitor.as_(who).get(page).content.decode())
                for who in ("tomas", "olof", "ulf") for page in (there, "/meetings/", there + "paper/")]  # fmt: skip

    before = pages()
    with cast.acting("amir") as acting:
        Spoken.write(TeamMeetingItem.objects.get(pk=item), "Hon sover hos sin moster.", by=me(acting), at=now())
    decide(cast, "gunilla", item, words="Samtal varje måndag.")
    said_yes(cast, "noor", ("rana",), to="kerstin")  # to another social worker
    assert pages() == before


def test_only_the_teams_own_side_runs_its_meeting(cast, meeting):
    """Past every page: the walls say the same."""
    with cast.acting("tomas") as acting:
        assert not TeamMeeting.objects.filter(pk=meeting).update(ended_at=now(), ended_by_id=acting.capacity_id)
        with pytest.raises(ProgrammingError), transaction.atomic():
            Slot.on(TeamMeeting.objects.get(pk=meeting), at=now())
        with pytest.raises(Refused):
            TeamMeeting.objects.get(pk=meeting).invite(capacity(cast.kerstin), by=me(acting), at=now())
    with cast.acting("maja") as acting:  # at the unit, without a place
        assert not TeamMeeting.objects.filter(pk=meeting).update(ended_at=now(), ended_by_id=acting.capacity_id)
        by, team = me(acting), Team.objects.get()
        for row in (TeamMember(team=team, capacity=by, given_by=by, from_at=now()),
                    Attendee(meeting_id=meeting, capacity=by, invited_by=by, invited_at=now())):  # fmt: skip
            with pytest.raises(ProgrammingError), transaction.atomic():
                row.save(force_insert=True)
    with cast.acting("olof") as acting, pytest.raises(ProgrammingError), transaction.atomic():
        Team(unit_id=cast.norrskolan, kind="eht", begun_by=me(acting), begun_at=now()).save(force_insert=True)


def test_a_decision_has_a_holder_who_is_here(cast, meeting):
    item = take_up(cast, "petra", "adam", meeting)
    with cast.acting("gunilla"):
        holding.begin_leave(cast.amir, starts=None, ends=None)
        on_leave = capacity(cast.amir)
    with pytest.raises(Refused):
        decide(cast, "gunilla", item, holder=on_leave)


def now_on(cast):
    with cast.acting("gunilla"):
        return now().date()
