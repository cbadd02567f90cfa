"""The limits of tasks, reminders and the log's watch become settings like the others (docs/decisions/0046-settings.md)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from django.db import migrations

from samling.records.migrations import Statements


class Place(NamedTuple):
    """Where a limit goes: its setting, the number that Samling came with, and the bounds."""

    code: str
    shipped: int
    least: int
    most: int


PLACES = {
    "task_hours": Place("deadline.task_hours", 24, 4, 72),
    "overdue_days": Place("deadline.overdue_days", 7, 1, 30),
    "warn_first_days": Place("deadline.warn_first_days", 30, 14, 90),
    "warn_last_days": Place("deadline.warn_last_days", 7, 1, 13),
    "harvest_children": Place("watch.harvest_children", 60, 20, 120),
    "harvest_minutes": Place("watch.harvest_minutes", 60, 30, 480),
    "spot_checks": Place("watch.spot_checks", 10, 3, 100),
}


def settled(rows: list[Any], organisation: Any, place: Place) -> Iterator[tuple[datetime, str, str]]:
    """What governed an organisation from each day on, as (from, value, decision). An own row went before one for all."""
    near = [row for row in rows if row.organisation_id in (None, organisation)]
    before = ""
    for at in sorted({moment for row in near for moment in (row.from_at, row.until_at) if moment}):
        standing = [row for row in near if row.from_at <= at and (row.until_at is None or at < row.until_at)]
        row = max(standing, key=lambda one: (one.organisation_id is not None, one.from_at), default=None)
        told = row.value if row and (row.organisation_id or row.value != place.shipped) else None
        kept = None if told is None else min(max(told, place.least), place.most)
        value = "" if kept is None else str(kept)
        if value != before:
            yield at, value, "–" if kept == told else f"– ({told})"
        before = value


def carry_over(apps: Any, schema_editor: Any) -> None:
    """Each organisation's limits as dated rows; a number outside the bounds becomes the nearest, and is noted."""
    alias = schema_editor.connection.alias
    limits = list(apps.get_model("work", "Limit").objects.using(alias).all())
    setting = apps.get_model("people", "Setting").objects.using(alias)
    for organisation in apps.get_model("people", "Organisation").objects.using(alias).values_list("pk", flat=True):
        for code, place in PLACES.items():
            rows = [row for row in limits if row.code == code]
            for from_at, value, decision in settled(rows, organisation, place):
                setting.create(
                    organisation_id=organisation, code=place.code, value=value, from_at=from_at, decision=decision
                )


class Migration(migrations.Migration):
    dependencies = [("work", "0004_watching_walls"), ("people", "0003_settings")]
    operations = [
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.DeleteModel(name="Limit"),
        Statements("set role samling_guard; drop function if exists guard.limit_of(text, uuid); reset role"),
    ]
