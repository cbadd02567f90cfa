"""What is promised in the room: straight into the plan, answered aloud, and read back before anyone leaves."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from samling.access import holding
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity
from samling.plan.models import Plan
from samling.promises.models import Promise
from samling.promises.models.makers import Makers, of_adult, of_child, of_home, of_staff
from samling.promises.models.table import Line, read_back
from samling.promises.rules import OPEN
from samling.seating.models import Seat

from .. import rules
from .meetings import JointMeeting
from .table import Invited


class Vow(NamedTuple):
    """One promise of the meeting as it is read aloud. `here`: its maker sits at the table and can answer in the room."""

    line: Line
    here: bool
    held: bool

    @property
    def asks(self) -> bool:
        """Whether the one who is to promise can say yes or no now."""
        return self.here and self.line.promise.latest is None


class Vows(NamedTuple):
    """What the meeting has promised so far, the child's own first; no plan, no promises."""

    plan: Plan | None
    rows: list[Vow]

    @property
    def unheld(self) -> list[Vow]:
        """Those that nobody holds any more."""
        return [one for one in self.rows if not one.held]


def plan_for(meeting: JointMeeting) -> Plan | None:
    """The plan of the meeting's journey, if there is one."""
    found = Plan.objects.filter(subject_id=meeting.subject_id, withdrawn_at=None)
    return found.select_related(*Plan.beside).first()


def meeting_of(promise: Promise) -> JointMeeting | None:
    """The meeting at which it was promised, for those who take part there."""
    return JointMeeting.objects.filter(pk=promise.gathering_id).first()


def vows(meeting: JointMeeting, plan: Plan | None, table: list[Invited]) -> Vows:
    """The promises of one meeting, after the plan has been opened."""
    lines = read_back(plan, meeting.pk) if plan else []
    lines.sort(key=lambda one: one.promise.made_as != "child")
    near = {key_of(one.seat) for one in table}
    now = holding.holders([one.promise.held_by.pk for one in lines if one.promise.held_by])
    rows = [Vow(one, _key(one) in near, _is_held(one, now)) for one in lines]
    return Vows(plan, rows)


def _key(line: Line) -> str:
    one = line.promise
    own = {"staff": one.maker_id, "guardian": one.guardian_id or one.who, "adult": one.who}
    return f"{one.made_as}:{own.get(one.made_as, '')}"


def key_of(seat: Seat) -> str:
    """What a chair and a promise of whoever sits there have in common."""
    own = {Seat.Kind.STAFF: seat.capacity_id, Seat.Kind.GUARDIAN: seat.guardian_id or str(seat), Seat.Kind.ADULT: str(seat)}
    return f"{seat.kind}:{own.get(Seat.Kind(seat.kind), '')}"


def _is_held(line: Line, now: dict[UUID, UUID | None]) -> bool:
    one = line.promise
    return one.state not in OPEN or one.held_by is None or (not one.is_left and now.get(one.held_by.pk) is not None)


def makers_at(plan: Plan, table: list[Invited]) -> Makers:
    """Those at the table as makers of promises, as they sit."""
    return {key_of(one.seat): (f"{one.seat}, {one.role}" if one.role else str(one.seat), _facts(plan, one.seat)) for one in table}


def _facts(plan: Plan, seat: Seat) -> dict[str, Any]:
    if seat.capacity:
        return of_staff(seat.capacity)
    if seat.kind == Seat.Kind.GUARDIAN:
        return of_home(seat.guardian, str(seat))
    return of_child(plan) if seat.kind == Seat.Kind.CHILD else of_adult(str(seat))


def may_read_back(meeting: JointMeeting, found: Vows) -> Answer:
    """Whether what was written can be noted as read back: no promise without a holder."""
    prepared = meeting.may_prepare()
    return rules.may_read_back(len(found.unheld)) if prepared else prepared


def note_read_back(meeting: JointMeeting, found: Vows, *, by: Capacity, at: dt.datetime) -> None:
    """Everyone at the table has heard it all and said: so may you write. Raises Refused."""
    insist(may_read_back(meeting, found))
    meeting.read_back(by=by, at=at)
