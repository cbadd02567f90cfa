"""Policies on the team's tables."""

from django.db import migrations

from samling.team.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("team", "0001_initial"), ("journey", "0002_walls"), ("consent", "0002_walls")]
    operations = [FUNCTIONS, *walls()]
