"""The guard function of *Fel barn*."""

from django.db import migrations

from samling.misplaced.walls import FUNCTIONS


class Migration(migrations.Migration):
    dependencies = [("journey", "0002_walls"), ("concern", "0002_walls")]
    operations = [FUNCTIONS]
