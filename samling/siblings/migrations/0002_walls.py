"""Policies on joinings, and the guard's functions."""

from django.db import migrations

from samling.siblings.walls import ENDS, FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("siblings", "0001_initial"), ("journey", "0005_closed"), ("promises", "0002_walls"), ("views", "0002_walls")]
    operations = [FUNCTIONS, *walls(), ENDS]
