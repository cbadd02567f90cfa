"""Policies on hand-overs, and the guard's functions."""

from django.db import migrations

from samling.relay.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [
        ("relay", "0001_initial"),
        ("circle", "0002_walls"),
        ("adaptations", "0002_walls"),
        ("agenda", "0002_walls"),
    ]
    operations = [*walls(), *FUNCTIONS]
