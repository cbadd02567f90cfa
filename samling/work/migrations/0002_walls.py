"""Policies on the queue and on tasks, the functions that reach them, and the limits that Samling comes with."""

from datetime import UTC, datetime, time
from typing import Any

from django.db import migrations

from samling.work.rules import LIMITS, SINCE
from samling.work.walls import IDS_ONLY, functions, walls


def fill_limits(apps: Any, schema_editor: Any) -> None:
    """What is too much, too late or soon, from `work/rules.py`."""
    limit = apps.get_model("work", "Limit")
    for code, value in LIMITS.items():
        limit.objects.using(schema_editor.connection.alias).create(
            code=code, value=value, from_at=datetime.combine(SINCE, time(), UTC)
        )


def empty_limits(apps: Any, schema_editor: Any) -> None:
    """Undo the filling."""
    apps.get_model("work", "Limit").objects.using(schema_editor.connection.alias).all().delete()


class Migration(migrations.Migration):
    dependencies = [("work", "0001_initial"), ("access", "0002_walls"), ("procrastinate", "__latest__")]
    operations = [*walls(), IDS_ONLY, *functions(), migrations.RunPython(fill_limits, empty_limits)]
