"""Policies on closings, and the guard's functions."""

from django.db import migrations

from samling.closing.walls import FUNCTIONS, SECOND, walls


class Migration(migrations.Migration):
    dependencies = [("closing", "0001_initial"), ("journey", "0005_closed")]
    operations = [*walls(), SECOND, FUNCTIONS]
