"""A school loses its special educator twice and three people in one month: nothing is ever without a real holder."""

import datetime as dt
from uuid import uuid4

from samling.access import guard, holding
from samling.access.models import Assignment
from samling.consent.tests.asking import move_clock
from samling.gathering.models import JointMeeting
from samling.gathering.tests.test_meetings import told
from samling.journey.models import Sort, coordinating, held
from samling.people.models import Child
from samling.promises.models import Promise
from samling.promises.tests import table
from samling.records.clock import now

DAY = dt.timedelta(days=1)
AROUND = ("petra", "cecilia", "amir", "jonas", "bosse", "sofia")


def around_adam(cast):
    """Six who work with Adam, a plan that the special educator holds, three promises and a meeting to come."""
    for who in (*AROUND, "gunilla"):
        cast.token(who)  # only one with an account takes over
    with cast.acting("gunilla"):
        for who in AROUND[1:]:
            guard.assign(cast.adam, cast.world.capacity[who], because="Runt Adam.")
        holding.name_deputy(cast.cecilia, cast.amir)
    plan = table.begun(cast, who="cecilia", deputy="jonas")
    for who in ("petra", "cecilia", "amir"):
        table.say(cast, table.promise(cast, plan, maker=who, writer="cecilia"), "yes", who=who)
    with cast.acting("cecilia") as acting:
        adam, starts = Child.objects.get(pk=cast.adam), now() + 40 * DAY
        when = told(cast.cecilia, starts_at=starts, ends_at=starts + DAY / 24)
        JointMeeting.call(adam, when, by=table.me(acting), at=now(), pk=uuid4())


def astray(cast):
    """What has no holder, or one who is not at work: read by the head, who sees it all."""
    with cast.acting("gunilla"):
        journey = guard.begin_journey(cast.adam)
        mine = Assignment.objects.filter(subject_id__in=(cast.adam, cast.noor), until_at=None)
        named = {"child": set(mine.values_list("capacity_id", flat=True))}
        named["promise"] = {one.maker_id for one in Promise.objects.filter(subject_id=journey) if one.maker_id}
        named["meeting"] = {one.chair_id for one in JointMeeting.objects.filter(subject_id=journey)}
        now_is = coordinating([journey])[journey]
        found = {kind: holding.holders(keys) for kind, keys in named.items()}
        found["journey"] = {one: holding.holders([one])[one] for one in (now_is.coordinator, now_is.deputy)}
        sorts = {one.sort for one in held({*cast.world.capacity.values()})}
        assert {Sort.PROMISE, Sort.MEETING} <= sorts, "they are told of"
        assert all(found.values()) and not holding.without_holder()
        return [
            (kind, key) for kind, holders in found.items() for key, holder in holders.items()
            if holder is None or holder in cast.gone
        ]  # fmt: skip


def test_every_child_promise_and_meeting_has_a_real_holder_the_whole_month(cast, visitor):
    began, cast.gone = now(), set()
    around_adam(cast)
    assert astray(cast) == []
    with cast.acting("gunilla"):
        leave = holding.begin_leave(cast.cecilia, starts=None, ends=None)
    cast.gone = {cast.cecilia}
    assert astray(cast) == []
    with cast.acting("gunilla"):
        holding.end_leave(leave)  # back for a week, and then gone for good
    cast.gone = set()
    assert astray(cast) == []
    for days, who in ((7, "cecilia"), (14, "petra"), (20, "amir"), (27, "jonas")):
        move_clock(began + days * DAY)
        with cast.acting("gunilla"):
            holding.end_capacity(cast.world.capacity[who])
        cast.gone.add(cast.world.capacity[who])
        assert astray(cast) == [], who
    page = visitor.as_("gunilla").get(f"/children/{cast.adam}/")
    assert page.status_code == 200 and "Adam Hassan" in page.content.decode()
