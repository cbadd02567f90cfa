"""A large file is applied later: when and by whom that was asked."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from samling.attendance.walls import of_files

BOTH = Q(asked_at__isnull=False, asked_by__isnull=False)
NEITHER = Q(asked_at__isnull=True, asked_by__isnull=True)


class Migration(migrations.Migration):
    dependencies = [("attendance", "0002_walls"), ("people", "0002_duty")]
    operations = [
        migrations.AddField("attendancefile", "asked_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "attendancefile",
            "asked_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.capacity"
            ),
        ),
        migrations.AddConstraint(
            "attendancefile",
            models.CheckConstraint(condition=BOTH | NEITHER, name="attendancefile_asked_at_goes_with_asked_by"),
        ),
        of_files("asked_at, asked_by_id, cancelled_at, cancelled_by_id, forgotten_at"),
    ]
