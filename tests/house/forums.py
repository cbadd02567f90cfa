"""Furnishes the house with a consultation team: a meeting that is over, one ahead, decisions, words and a referral that waits."""

import datetime as dt
from typing import Any
from uuid import uuid4

from samling.forum.models import Forum, ForumMeeting, ForumWords, HealthReferral
from samling.forum.tests.round import (
    capacity,
    child_of,
    decide,
    forum_of,
    item_of,
    me,
    meeting,
    meeting_of,
    said_yes,
    take_up,
)
from samling.records.clock import now


def consultation_teams(cast: Any) -> None:
    """Adam has been talked about with child psychiatry at the table; Noor is taken up next, with a guest."""
    forum = forum_of(cast)
    earlier = meeting_of(cast, forum)
    said_yes(cast, "adam", "hodan", "ali", to={"to_unit": cast.bup})
    item = take_up(cast, "gunilla", "adam", earlier, "Vad kan vi göra före en remiss?")
    decide(cast, "gunilla", item, "samir")
    with cast.acting("samir") as acting:
        ForumWords.say(item_of(item), "Vi har en tid i maj.", by=me(acting), at=now(), pk=uuid4())
    with cast.acting("gunilla") as acting:
        by, at = me(acting), now()
        meeting(earlier).end(by=by, at=at)
        found = Forum.objects.get(pk=forum)
        ahead = ForumMeeting.call(found, found.rhythm(at).moments(at)[1], "Stadshuset", by=by, at=at)
        ahead.invite(capacity(cast.maria), by=by, at=at)
        told = {"psychologist": "done", "psychologist_words": "Träffat honom två gånger.", "educator": "not_asked", "holder": by,
                "educator_words": "Hon är ny.", "receiver": "BUP Mittland", "sent_on": at.date() - dt.timedelta(days=40)}  # fmt: skip
        HealthReferral.send(child_of(cast, "adam"), told, by=by, at=at, pk=uuid4())
    for child in ("noor", "adam"):
        ahead_item = take_up(cast, "gunilla", child, ahead.pk)
    decide(cast, "gunilla", ahead_item, "samir", kind="health")
