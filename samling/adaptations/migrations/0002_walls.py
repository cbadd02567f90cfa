"""Policies on the adaptations' tables, and the guard's functions for the figures."""

from django.db import migrations

from samling.adaptations.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("adaptations", "0001_initial"), ("checklist", "0002_walls")]
    operations = [FUNCTIONS, *walls()]
