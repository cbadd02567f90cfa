"""Policies on packages, and the guard's functions."""

from django.db import migrations

from samling.transition.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [
        ("transition", "0001_initial"),
        ("journey", "0002_walls"),
        ("relay", "0002_walls"),
    ]
    operations = [*walls(), *FUNCTIONS]
