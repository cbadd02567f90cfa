"""Furnishes the house with two children whose tables are joined: a promise and a meeting at both, and one more word given."""

from typing import Any
from uuid import uuid4

from samling.access.door import open_walls
from samling.consent.tests.asking import answer, ask
from samling.gathering.models import JointMeeting
from samling.kernel.categories import Category, wall
from samling.promises.models import Promise
from samling.records.clock import now
from samling.referral.tests.asking import child_of, me
from samling.siblings.models import Common, Joined, SameTable

from .walk import FILLED

CONSENT = wall(1, Category.CONSENT)
HOME = {"adam": ("hodan", "ali"), "noor": ("rana",)}


def siblings(cast: Any) -> None:
    """Petra works with both children; Noor's table has not answered when Adam's would meet at once."""
    yes = {}
    for key, names in HOME.items():
        yes[key] = ask(cast, "petra", cast.world.child[key], kind="siblings", walls=())
        for one in names:
            answer(cast, "petra", yes[key], cast.world.guardian[one], walls=[CONSENT])
    with cast.acting("petra") as acting:
        by, at = me(acting), now()
        adam, noor = (child_of(cast, key) for key in HOME)
        part, word = Joined.offer(adam, yes["adam"], "Adam", by=by, at=at, pk=uuid4())
        Joined.answer(noor, word, yes["noor"], "Noor", by=by, at=at, pk=uuid4())
        Joined.offer(noor, yes["noor"], "Noor", by=by, at=at, pk=uuid4())
        open_walls(adam, "see brothers and sisters")
        promise = Promise.objects.filter(subject_id=part.subject_id, side="home").first()
        if promise:
            Common.lay(part, "promise", promise.pk, by=by, at=at, pk=uuid4())
        meeting = next(one for one in JointMeeting.of(adam.pk) if not one.is_over)
        FILLED["siblings:table-answer"] = FILLED["siblings:follow"] = {"occasion": SameTable.offer(part, meeting, by=by, at=at, pk=uuid4()).occasion}
