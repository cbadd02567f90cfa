"""Furnishes the house with two children whose tables are joined: a story and a meeting at both, and one more word given."""

import datetime as dt
from typing import Any
from uuid import uuid4

from samling.access import guard
from samling.consent.tests.asking import answer, ask
from samling.gathering.models import JointMeeting
from samling.kernel.categories import Category, wall
from samling.records.clock import now
from samling.referral.tests.asking import child_of, me
from samling.siblings.models import Common, Joined, SameTable
from samling.views.tests.around import tell_story

from .walk import FILLED

CONSENT = wall(1, Category.CONSENT)
HOME = {"noor": ("rana",), "elsa": ("anna", "mattias")}


def siblings(cast: Any) -> None:
    """Petra works with both children; Elsa's table has not answered when Noor's would meet at once."""
    yes = {}
    with cast.acting("gunilla"):
        guard.assign(cast.world.child["elsa"], cast.world.capacity["petra"], because="Arbetar med båda.")
    for key, names in HOME.items():
        yes[key] = ask(cast, "petra", cast.world.child[key], kind="siblings", walls=())
        for one in names:
            answer(cast, "petra", yes[key], cast.world.guardian[one], walls=[CONSENT])
    story = tell_story(cast, "petra", "rana", child="noor")
    with cast.acting("petra") as acting:
        by, at = me(acting), now()
        noor, elsa = (child_of(cast, key) for key in HOME)
        part, word = Joined.offer(noor, yes["noor"], "Noor", by=by, at=at, pk=uuid4())
        Joined.answer(elsa, word, yes["elsa"], "Elsa", by=by, at=at, pk=uuid4())
        Joined.offer(elsa, yes["elsa"], "Elsa", by=by, at=at, pk=uuid4())
        Common.lay(part, "story", story, by=by, at=at, pk=uuid4())
        starts = at + dt.timedelta(days=5)
        told = {"kind": "joint", "starts_at": starts, "ends_at": starts + dt.timedelta(hours=1), "place": "Biblioteket", "chair": by,
                "question": "Hur blir kvällarna?", "seen_on": None}  # fmt: skip
        meeting = JointMeeting.call(noor, told, by=by, at=at, pk=uuid4())
        FILLED["siblings:table-answer"] = FILLED["siblings:follow"] = {"occasion": SameTable.offer(part, meeting, by=by, at=at, pk=uuid4()).occasion}
