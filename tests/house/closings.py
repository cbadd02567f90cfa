"""Furnishes the house with a follow-up's decision, a closing that is being prepared, and a call afterwards."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

from samling.closing.models import Closing, Criterion, LaterCall, NextDecision
from samling.consent.models import Consent, Said, Terms
from samling.people.models import Capacity
from samling.promises.tests import table
from samling.records.clock import now, today
from samling.referral.tests.asking import child_of, me


def closings(cast: Any, plan: UUID, promise: UUID) -> None:
    """Petra has followed up, and begun to close; Jonas is asked to be there afterwards."""
    cast.promised = promise
    with cast.acting("petra") as acting:
        by, on, adam = me(acting), today(), child_of(cast, "adam")
        found = table.opened(acting, plan)
        sign = Criterion.add(found, {"words": "Jag går in själv.", "voice": "child"}, by=by, at=now(), pk=uuid4())
        told = {"kind": "step_down", "on": on, "next_on": on + dt.timedelta(weeks=4), "learnt": "Lugna morgnar hjälper.",
                "deciders": "Alla", "there": "Adam, Hodan", "child_words": "Det är bättre.", "home_words": "",
                "signs": {str(sign.pk): "partly"}}  # fmt: skip
        NextDecision.make(adam, told, by=by, at=now(), pk=uuid4())
        made = Closing.begin(adam, "goals", by=by, at=now(), pk=uuid4())
        made.ask(Capacity.objects.get(pk=cast.world.capacity["jonas"]), by=by, at=now())
        terms = Terms(kind="contact_later", purpose="Ringa", from_at=now(), until_at=now() + dt.timedelta(days=365), text_version="2025-11")
        asked = Consent.ask(adam, terms, id=uuid4(), by=by, at=now())
        for one in ("hodan", "ali"):
            said = Said(giver="guardian", who=cast.world.guardian[one], yes=True, how="spoken", at=now(), walls=list(asked.walls))
            asked.answer(said, id=uuid4(), by=by.pk, at=now())
        LaterCall.plan(adam, asked, on - dt.timedelta(days=170), by=by, at=now())
