"""The limits of an installation that had them before are settings afterwards, each from its own day."""

import datetime as dt
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from samling.kernel.settable import KNOWN
from samling.people.models import Setting

moved = import_module("samling.work.migrations.0005_settings")
DAYS = [dt.datetime(2025, 7, day, tzinfo=dt.UTC) for day in range(1, 8)]
OURS, THEIRS = "ours", "theirs"


def row(value, first, last=None, whose=None):
    return SimpleNamespace(value=value, organisation_id=whose, from_at=DAYS[first], until_at=DAYS[last] if last else None)


def test_the_numbers_and_bounds_are_those_of_the_settings():
    for place in moved.PLACES.values():
        known = KNOWN[place.code]
        assert (int(known.shipped[0][1]), known.least, known.most) == place[1:]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([row(7, 0)], []),
        ([row(7, 0), row(9, 2, whose=OURS)], [(2, "9", "–")]),
        ([row(7, 0), row(9, 2, whose=THEIRS)], []),
        ([row(7, 0), row(9, 2, 4, whose=OURS)], [(2, "9", "–"), (4, "", "–")]),
        ([row(7, 0, 3), row(5, 3)], [(3, "5", "–")]),
        ([row(7, 0), row(5, 3), row(9, 1, whose=OURS)], [(1, "9", "–")]),
        ([row(7, 0), row(5, 3), row(9, 1, 5, whose=OURS)], [(1, "9", "–"), (5, "5", "–")]),
        ([row(7, 0), row(90, 2, whose=OURS)], [(2, "30", "– (90)")]),
    ],
)
def test_what_governed_each_day_governs_it_still(rows, told):
    found = list(moved.settled(rows, OURS, moved.PLACES["overdue_days"]))
    assert found == [(DAYS[day], value, decision) for day, value, decision in told]


def test_an_installation_keeps_its_own_limits(cast):
    """Back to the table that was, with rows of two organisations and of all, and forward again."""
    owner = connections["owner"]
    MigrationExecutor(owner).migrate([("work", "0004_watching_walls")])
    org = cast.world.organisation
    with owner.cursor() as cursor:
        cursor.executemany(
            "insert into work_limit (id, code, organisation_id, value, from_at, until_at) values (gen_random_uuid(), %s, %s, %s, %s, %s)",
            [("spot_checks", None, 10, DAYS[0], None), ("spot_checks", org["lovsjo"], 20, DAYS[1], DAYS[3]),
             ("task_hours", None, 48, DAYS[2], None), ("overdue_days", org["granby"], 99, DAYS[1], None)],
        )  # fmt: skip
    MigrationExecutor(owner).migrate([("work", "0005_settings")])
    rows = Setting.objects.using("owner").order_by("code", "from_at")
    own = [(one.code, one.value, one.from_at, one.decision) for one in rows.filter(organisation=org["lovsjo"])]
    assert own == [
        ("deadline.task_hours", "48", DAYS[2], "–"),
        ("watch.spot_checks", "20", DAYS[1], "–"),
        ("watch.spot_checks", "", DAYS[3], "–"),
    ]
    theirs = {one.code: (one.value, one.decision) for one in rows.filter(organisation=org["granby"])}
    assert theirs == {"deadline.task_hours": ("48", "–"), "deadline.overdue_days": ("30", "– (99)")}
    assert "work_limit" not in owner.introspection.table_names()
