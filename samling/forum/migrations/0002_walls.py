"""Policies on the forum's tables."""

from django.db import migrations

from samling.forum.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("forum", "0001_initial"), ("consent", "0002_walls"), ("journey", "0002_walls")]
    operations = [FUNCTIONS, *walls()]
