"""Policies on the checklist's tables."""

from django.db import migrations

from samling.checklist.walls import walls


class Migration(migrations.Migration):
    dependencies = [("checklist", "0001_initial"), ("journey", "0002_walls")]
    operations = walls()
