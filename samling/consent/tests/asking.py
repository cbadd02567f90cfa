"""How tests ask and answer, in few words."""

import datetime as dt
from contextlib import contextmanager
from uuid import UUID, uuid4

from django.db import connections

from samling.consent.models import Consent, Said, Terms
from samling.kernel.categories import Category as C
from samling.kernel.categories import wall
from samling.people.models import Capacity, Child
from samling.records.clock import now

SCHOOL = 1
NAME = wall(SCHOOL, C.IDENTITY)
ATTENDANCE = wall(SCHOOL, C.ATTENDANCE)
LEARNING = wall(SCHOOL, C.LEARNING)
CONCERN = wall(SCHOOL, C.CONCERN)
HALF_A_YEAR = dt.timedelta(days=180)


def ask(
    cast, who: str, child: UUID, *, walls=(NAME, ATTENDANCE), days: int = 180, id: UUID | None = None, **more
) -> UUID:
    """Ask as this person; the reception is told unless something else is said."""
    if not {"to_capacity", "kind"} & set(more):
        more.setdefault("to_unit", cast.reception)
    with cast.acting(who) as acting:
        at = now()
        by = Capacity.objects.select_related("unit").get(pk=acting.capacity_id)
        terms = Terms(
            kind=more.pop("kind", "secrecy_waiver"),
            walls=list(walls),
            purpose="Stöd i hemmet",
            from_at=at,
            until_at=at + dt.timedelta(days=days),
            text_version="2025-11",
            **more,
        )
        return Consent.ask(Child.objects.get(pk=child), terms, id=id or uuid4(), by=by, at=at).pk


def answer(
    cast,
    who: str,
    consent: UUID,
    giver,
    *,
    yes: bool = True,
    walls=None,
    how: str = "spoken",
    id=None,
    kind: str = "guardian",
    **more,
) -> UUID:
    """Note what a giver said ("child", or a guardian's id), as this person."""
    with cast.acting(who) as acting:
        record, at = Consent.objects.get(pk=consent), now()
        said = Said(
            giver="child" if giver == "child" else kind,
            who=None if giver == "child" else giver,
            yes=yes,
            walls=list(record.walls if walls is None else walls),
            how=how,
            at=more.pop("at", at),
            **more,
        )
        return record.answer(said, id=id or uuid4(), by=acting.capacity_id, at=at).pk


def standing(cast, who: str, consent: UUID):
    """How a consent stands, as this person sees it."""
    with cast.acting(who):
        return Consent.objects.get(pk=consent).asked().status(now())


def stands(cast, who: str, consent: UUID) -> set[int]:
    """The walls that the database says stand."""
    from samling.access import guard

    with cast.acting(who):
        child = Consent.objects.get(pk=consent).subject_id
        return {row["wall"] for row in guard.rows("consents_of", child) if row["consent_id"] == consent}


def move_clock(to: dt.datetime) -> None:
    """Set the clock of this clone; the owner alone may."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("select guard.mark_installation('test', %s - statement_timestamp())", [to])


@contextmanager
def at_moment(to: dt.datetime):
    """Run at another moment."""
    move_clock(to)
    yield
