"""The team of Norrskolan with a rhythm, its places and a meeting on the agenda: what the tests here stand on."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

from samling.access import guard
from samling.agenda.models import TeamDecision, TeamMeetingItem
from samling.agenda.models.closing import end as end_meeting
from samling.consent.models import Consent, Said, Terms
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child
from samling.records.clock import now
from samling.team.models import Team, TeamMeeting

SCHOOL = 1
RHYTHM = {"weekday": 3, "every": 1, "clock": dt.time(14, 0), "place": "Biblioteket"}
TABLE = ("amir", "cecilia", "sofia", "eva", "petra")


def me(acting: Any) -> Capacity:
    """The capacity that acts."""
    return capacity(acting.capacity_id)


def capacity(pk: UUID) -> Capacity:
    """A capacity with its place."""
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=pk)


def child_of(cast: Any, key: str) -> Child:
    """A child as the one who acts knows her."""
    return Child.objects.select_related("branch", "unit").get(pk=cast.world.child[key])


def team_of(cast: Any, members: tuple[str, ...] = TABLE) -> UUID:
    """The head sets up the team, with a rhythm on Thursdays and places."""
    with cast.acting("gunilla") as acting:
        by, at = me(acting), now()
        team = Team.begin(by=by, at=at)
        team.keep_rhythm(RHYTHM, by=by, at=at)
        for name in members:
            team.seat(capacity(cast.world.capacity[name]), by=by, at=at)
        return team.pk


def meeting_of(cast: Any, days: int = 0) -> UUID:
    """The next meeting of the rhythm, called by the head, with the social worker as a guest."""
    with cast.acting("gunilla") as acting:
        by, at = me(acting), now()
        team = Team.objects.get()
        starts = team.rhythm(at).moments(at + dt.timedelta(days=days))[0]
        made = TeamMeeting.call(team, starts, "Biblioteket", by=by, at=at)
        made.invite(capacity(cast.tomas), by=by, at=at)
        return made.pk


def take_up(cast: Any, who: str, child: str, meeting: UUID, **told: Any) -> UUID:
    """Someone puts a child on the agenda."""
    with cast.acting(who) as acting:
        said = {"source": "hand", "question": f"Hur går vi vidare med {child}?", "nameless": ""} | told
        item = TeamMeetingItem.take_up(
            child_of(cast, child), TeamMeeting.objects.get(pk=meeting), said, by=me(acting), at=now(), pk=uuid4()
        )
        return item.pk


def decide(cast: Any, who: str, item: UUID, **told: Any) -> UUID:
    """Someone writes what the meeting decided."""
    with cast.acting(who) as acting:
        at, by = now(), me(acting)
        said = {"kind": "support", "words": "", "holder": by, "due_on": at.date() + dt.timedelta(days=40),
                "teller": by, "tell_on": at.date() + dt.timedelta(days=7)} | told  # fmt: skip
        return TeamDecision.make(TeamMeetingItem.objects.get(pk=item), said, by=by, at=at, pk=uuid4()).pk


def said_yes(cast: Any, child: str, guardians: tuple[str, ...], *, to: str = "tomas", kinds: tuple = ()) -> UUID:
    """The guardians say yes to telling someone by name."""
    walls = [wall(SCHOOL, one) for one in (Category.IDENTITY, *kinds)]
    with cast.acting("gunilla") as acting:
        at, by = now(), me(acting)
        terms = Terms(
            kind="secrecy_waiver", walls=walls, purpose="Mötet med elevhälsan", from_at=at,
            until_at=at + dt.timedelta(days=180), text_version="2025-11", to_capacity=cast.world.capacity[to],
        )  # fmt: skip
        asked = Consent.ask(child_of(cast, child), terms, id=uuid4(), by=by, at=at)
        for name in guardians:
            said = Said(giver="guardian", who=cast.world.guardian[name], yes=True, how="spoken", at=at, walls=walls)
            asked.answer(said, id=uuid4(), by=by.pk, at=at)
        return asked.pk


def assign(cast: Any, child: str, *names: str) -> None:
    """The head lets colleagues work with a child."""
    with cast.acting("gunilla"):
        for name in names:
            guard.assign(cast.world.child[child], cast.world.capacity[name], because="elevhälsan")


def end(cast: Any, meeting: UUID) -> None:
    """The head hands over every decision and ends the meeting."""
    with cast.acting("gunilla") as acting:
        end_meeting(TeamMeeting.objects.get(pk=meeting), by=me(acting), at=now())
