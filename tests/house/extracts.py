"""Furnishes the house with extracts of Adam: looked through, waiting for a second person, given, and decided in writing."""

import datetime as dt
from typing import Any
from uuid import UUID

from samling.extracts import doing
from samling.extracts.desk import Desk
from samling.extracts.models import Request
from samling.extracts.reading import Extract
from samling.people.models import Capacity, Child
from samling.records.clock import now, today
from samling.referral.tests.asking import me
from samling.refusal import writing

GIVEN = {"is_held": False, "masked": "", "ground": "", "because": ""}
HELD = {"is_held": True, "masked": "", "ground": "other_person", "because": "Gäller en annan vuxen."}


def extracts(cast: Any) -> None:
    """Hodan asks four times; Rigmor is named each time."""
    cast.extract, cast.extract_sent, cast.extract_given, cast.extract_refused = (asked(cast) for _ in range(4))
    for which, last in ((cast.extract_sent, HELD), (cast.extract_given, GIVEN), (cast.extract_refused, HELD)):
        look_through(cast, which, last)
    with cast.acting("gunilla") as acting:
        doing.decide(Request.objects.get(pk=cast.extract_refused), by=me(acting), at=now())
    for which in (cast.extract_given, cast.extract_refused):
        give(cast, which)
    with cast.acting("gunilla") as acting:
        desk = Desk(Request.objects.get(pk=cast.extract_refused), me(acting), now())
        writing.write(desk, "Uppgiften handlar om någon annan, som kan ta skada av det.")


def look_through(cast: Any, which: UUID, last: dict[str, Any]) -> None:
    """Rigmor has one word for all that waits for one, and has looked at everything."""
    with cast.acting("rigmor") as acting:
        request = Request.objects.get(pk=which)
        for one in Extract.of(request).undecided:
            doing.choose(request, one.table, [UUID(one.record)], last)
        doing.finish(request, Extract.of(request), by=me(acting), at=now())


def give(cast: Any, which: UUID) -> None:
    """Rigmor gives it."""
    with cast.acting("rigmor"):
        request = Request.objects.get(pk=which)
        doing.give(request, Extract.of(request), "handed", now())


def asked(cast: Any) -> UUID:
    """A request that Rigmor is named to prepare."""
    told = {"kind": "own", "asker": "guardian", "guardian": cast.hodan, "wanted": "", "identity": "shown", "received_on": today()}
    with cast.acting("petra"):
        made = doing.receive(Child.objects.get(pk=cast.adam), told)
    with cast.acting("gunilla") as acting:
        rigmor = Capacity.objects.get(pk=cast.rigmor)
        doing.name_preparer(Request.objects.get(pk=made), rigmor, now() + dt.timedelta(days=20), by=me(acting), at=now())
    return made
