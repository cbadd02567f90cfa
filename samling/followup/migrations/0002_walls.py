"""Policies on follow-up, and the guard's functions."""

from django.db import migrations

from samling.followup.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("followup", "0001_initial"), ("promises", "0002_walls"), ("consent", "0002_walls")]
    operations = [FUNCTIONS, *walls()]
