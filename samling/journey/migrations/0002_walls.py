"""Policies on the journey's tables."""

from django.db import migrations

from samling.journey.walls import walls


class Migration(migrations.Migration):
    dependencies = [("journey", "0001_initial"), ("access", "0002_walls")]
    operations = walls()
