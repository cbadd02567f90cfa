"""Lövsjö's consultation team with its places and a meeting ahead: what the tests here stand on."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

from samling.access import guard
from samling.access.door import open_walls
from samling.consent.models import Consent, Said, Terms
from samling.forum.models import Forum, ForumDecision, ForumItem, ForumMeeting
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child
from samling.records.clock import now

SCHOOL, SOCIAL = 1, 4
RHYTHM = {"weekday": 3, "every": 2, "clock": dt.time(14, 0), "place": "Stadshuset"}
TABLE = ("sofia", "olof", "tomas", "samir")


def me(acting: Any) -> Capacity:
    """The capacity that acts."""
    return capacity(acting.capacity_id)


def capacity(pk: UUID) -> Capacity:
    """A capacity with its place."""
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=pk)


def child_of(cast: Any, key: str) -> Child:
    """A child as the one who acts knows her."""
    return Child.objects.select_related("branch", "unit").get(pk=cast.world.child[key])


def agree(cast: Any) -> None:
    """The region takes part by agreement."""
    with cast.acting("ingrid"):
        guard.call("put_agreement", cast.world.branch["health"], "copy", "KS 2025/31", now(), None)


def forum_of(cast: Any) -> UUID:
    """Kept by Lövsjö and led by Gunilla; two schools, social services and child psychiatry have places."""
    agree(cast)
    with cast.acting("ingrid") as acting:
        by, at = me(acting), now()
        forum = Forum.begin("Lövsjös konsultationsteam", by=by, at=at, pk=uuid4())
        forum.seat(capacity(cast.gunilla), by=by, at=at, is_chair=True)
        for name in TABLE:
            forum.seat(capacity(cast.world.capacity[name]), by=by, at=at)
        forum.keep_rhythm(RHYTHM, by=by, at=at)
        return forum.pk


def meeting_of(cast: Any, forum: UUID) -> UUID:
    """The next meeting of the rhythm, called by the one who leads."""
    with cast.acting("gunilla") as acting:
        found, at = Forum.objects.get(pk=forum), now()
        starts = found.rhythm(at).moments(at)[0]
        return ForumMeeting.call(found, starts, "Stadshuset", by=me(acting), at=at).pk


def meeting(pk: UUID) -> ForumMeeting:
    """A meeting with what stands beside it."""
    return ForumMeeting.objects.select_related(*ForumMeeting.beside).get(pk=pk)


def item_of(pk: UUID) -> ForumItem:
    """An item, opened on record as the door does it."""
    found = ForumItem.objects.select_related(*ForumItem.beside).get(pk=pk)
    open_walls(found, "talk about one item")
    return found


def take_up(cast: Any, who: str, child: str, at_meeting: UUID, question: str = "Hur går vi vidare?") -> UUID:
    """Someone takes a child up."""
    with cast.acting(who) as acting:
        return ForumItem.take_up(child_of(cast, child), meeting(at_meeting), question, by=me(acting), at=now(), pk=uuid4()).pk


def said_yes(cast: Any, child: str, *guardians: str, to: dict[str, Any], by: str = "gunilla", number: int = SCHOOL,
             kinds: tuple[Category, ...] = (Category.SUPPORT,)) -> UUID:  # fmt: skip
    """The guardians say yes to telling a person or a unit the name and these kinds."""
    walls = [wall(number, one) for one in (Category.IDENTITY, *kinds)]
    with cast.acting(by) as acting:
        at, who = now(), me(acting)
        terms = Terms(kind="secrecy_waiver", walls=walls, purpose="Konsultationsteamet", from_at=at,
                      until_at=at + dt.timedelta(days=180), text_version="2025-11", **to)  # fmt: skip
        asked = Consent.ask(child_of(cast, child), terms, id=uuid4(), by=who, at=at)
        for name in guardians:
            said = Said(giver="guardian", who=cast.world.guardian[name], yes=True, how="spoken", at=at, walls=walls)
            asked.answer(said, id=uuid4(), by=who.pk, at=at)
        return asked.pk


def decide(cast: Any, who: str, item: UUID, holder: str, **told: Any) -> UUID:
    """Someone writes what was decided."""
    with cast.acting(who) as acting:
        at, by = now(), me(acting)
        said = {"kind": "support", "words": "Träffar familjen.", "holder": capacity(cast.world.capacity[holder]),
                "due_on": at.date() + dt.timedelta(days=14), "teller": by, "tell_on": at.date() + dt.timedelta(days=2)}  # fmt: skip
        return ForumDecision.make(item_of(item), said | told, by=by, at=at, pk=uuid4()).pk
