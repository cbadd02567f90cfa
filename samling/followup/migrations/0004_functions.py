"""The guard's functions for days that come by themselves."""

from django.db import migrations

from samling.followup.walls import ROUNDS


class Migration(migrations.Migration):
    dependencies = [("followup", "0003_by_itself"), ("gathering", "0002_walls"), ("checklist", "0002_walls"), ("plan", "0002_walls")]
    operations = [ROUNDS]
