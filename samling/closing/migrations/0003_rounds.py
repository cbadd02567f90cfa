"""The guard's function for the questions that a closing brings with it."""

from django.db import migrations

from samling.closing.walls import ROUNDS


class Migration(migrations.Migration):
    dependencies = [("closing", "0002_walls"), ("followup", "0004_functions")]
    operations = [ROUNDS]
