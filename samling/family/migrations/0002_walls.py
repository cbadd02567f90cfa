"""Policies on the stubs of children outside the system."""

from django.db import migrations

from samling.family.walls import walls


class Migration(migrations.Migration):
    dependencies = [("family", "0001_initial"), ("access", "0002_walls")]
    operations = walls()
