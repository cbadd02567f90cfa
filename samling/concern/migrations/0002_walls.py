"""Policies on the concerns' tables."""

from django.db import migrations

from samling.concern.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("concern", "0001_initial"), ("journey", "0002_walls")]
    operations = [FUNCTIONS, *walls()]
