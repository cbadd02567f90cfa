"""Steps of an own ladder that were there before keep their days."""

import datetime as dt

from django.db import connections
from django.db.migrations.loader import MigrationLoader

from samling.attendance.models import AttendanceWeek, LadderStep
from samling.attendance.models.ladder import standing
from samling.attendance.models.reached import climbed
from samling.attendance.rules import WEEK, Week, monday
from samling.people.models import Child
from samling.records.clock import now, today

DAYS = [dt.datetime(2025, 9, day, tzinfo=dt.UTC) for day in range(1, 9)]
PUT = (
    "insert into attendance_ladderstep (id, organisation_id, number, title_sv, title_en, does_sv, does_en, triggers, role, days, "
    "is_inquiry, from_at, until_at) values (gen_random_uuid(), %s, %s, %s, '', 'd', '', '[[\"share\", 1, 0, 20]]', '', 0, false, %s, %s)"
)


def test_an_installation_keeps_its_own_steps(cast):
    """Back to the table that was, with steps that ended, followed each other and stand, and forward again."""
    owner, org = connections["owner"], cast.world.organisation["lovsjo"]
    loader = MigrationLoader(None)
    before, ladder = (loader.project_state(("attendance", "0003_asked")), loader.get_migration("attendance", "0004_ladder"))
    with owner.schema_editor() as editor:
        ladder.unapply(before.clone(), editor)
    with owner.cursor() as cursor:
        cursor.executemany(PUT, [(org, 1, "gone", DAYS[0], DAYS[3]), (org, 2, "first", DAYS[0], DAYS[2]),
                                 (org, 2, "then", DAYS[2], None), (org, 3, "pause", DAYS[1], DAYS[4]), (org, 3, "again", DAYS[6], None)])  # fmt: skip
    with owner.schema_editor() as editor:
        ladder.apply(before, editor)
    rows = list(LadderStep.objects.using("owner").latest_first())
    stood = [{row.number: row.title_sv for row in standing(rows, day)} for day in DAYS]
    assert stood == [
        {1: "gone", 2: "first"},
        {1: "gone", 2: "first", 3: "pause"},
        {1: "gone", 2: "then", 3: "pause"},
        {2: "then", 3: "pause"},
        {2: "then"},
        {2: "then"},
        {2: "then", 3: "again"},
        {2: "then", 3: "again"},
    ]


def test_a_summer_does_not_make_the_list_forget(cast):
    """The team's list looks as far back as the child's own page: past ten weeks without school."""
    last = monday(today()) - WEEK
    known = [Week(last, 1000, 0, 10), *(Week(last - back * WEEK, 1000, 0, 10) for back in (12, 13, 14))]
    with cast.acting("petra") as acting:
        child = Child.objects.get(pk=cast.adam)
        AttendanceWeek.note(child, known, by=acting.capacity_id, at=now())
        (one,) = climbed([cast.adam], organisation=cast.world.organisation["lovsjo"], at=now(), on=today())
    assert one.title == "Rektorn ser till att frånvaron utreds"
