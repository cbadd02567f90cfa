"""Policies on the chairs."""

from django.db import migrations

from samling.seating.walls import walls


class Migration(migrations.Migration):
    dependencies = [("seating", "0001_initial"), ("journey", "0002_walls")]
    operations = walls()
