"""Policies on the concerns' tables."""

from django.db import migrations

from samling.concern.walls import walls


class Migration(migrations.Migration):
    dependencies = [("concern", "0001_initial"), ("journey", "0002_walls")]
    operations = walls()
