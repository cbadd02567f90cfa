"""Steps of an own ladder come by decision: the newest that has come counts, and an ending is a row of its own."""

import uuid
from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from samling.records.migrations import Statements

CAPACITY: dict[str, Any] = {
    "null": True, "on_delete": django.db.models.deletion.PROTECT, "related_name": "+", "to": "people.capacity",
}  # fmt: skip


def together(at: str, by: str) -> models.CheckConstraint:
    both = Q((f"{at}__isnull", False), (f"{by}__isnull", False))
    neither = Q((f"{at}__isnull", True), (f"{by}__isnull", True))
    return models.CheckConstraint(condition=both | neither, name=f"ladderstep_{at}_goes_with_{by}")


def ends(rows: list[Any]) -> list[Any]:
    """The rows whose end leaves no other step of their number standing, so that the end has to be told."""
    return [
        row for row in rows if row.until_at and not any(
            one.from_at <= row.until_at and (one.until_at is None or row.until_at < one.until_at) for one in rows
            if (one.organisation_id, one.number) == (row.organisation_id, row.number)
        )
    ]  # fmt: skip


def tell_endings(apps: Any, schema_editor: Any) -> None:
    """Each end as a row from that day on."""
    steps = apps.get_model("attendance", "LadderStep").objects.using(schema_editor.connection.alias)
    for row in ends(list(steps.all())):
        steps.create(
            id=uuid.uuid4(), organisation_id=row.organisation_id, number=row.number, from_at=row.until_at, is_ended=True,
            title_sv="", does_sv="", decision="–",
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("attendance", "0003_asked"), ("people", "0003_settings")]
    operations = [
        migrations.AddField("ladderstep", "decision", models.CharField(default="–", max_length=200), preserve_default=False),
        migrations.AddField("ladderstep", "written_by", models.ForeignKey(**CAPACITY)),
        migrations.AddField("ladderstep", "written_at", models.DateTimeField(null=True)),
        migrations.AddField("ladderstep", "withdrawn_by", models.ForeignKey(**CAPACITY)),
        migrations.AddField("ladderstep", "withdrawn_at", models.DateTimeField(null=True)),
        migrations.AddField("ladderstep", "is_ended", models.BooleanField(default=False)),
        migrations.AlterField("ladderstep", "title_sv", models.CharField(blank=True, max_length=120)),
        migrations.AlterField("ladderstep", "does_sv", models.CharField(blank=True, max_length=300)),
        migrations.RunPython(tell_endings, migrations.RunPython.noop),
        Statements("set constraints all immediate"),  # before the table is changed again
        migrations.RemoveConstraint("ladderstep", "ladderstep_runs_forward"),
        migrations.RemoveField("ladderstep", "until_at"),
        migrations.AddConstraint("ladderstep", together("written_at", "written_by")),
        migrations.AddConstraint("ladderstep", together("withdrawn_at", "withdrawn_by")),
    ]
