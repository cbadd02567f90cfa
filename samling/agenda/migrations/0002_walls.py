"""Policies on what a meeting takes up."""

from django.db import migrations

from samling.agenda.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_initial"), ("team", "0002_walls")]
    operations = [FUNCTIONS, *walls()]
