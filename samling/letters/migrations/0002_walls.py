"""Policies on the tables of letters."""

from django.db import migrations

from samling.letters.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_initial"), ("contact", "0002_walls"), ("journey", "0002_walls")]
    operations = [*walls(), *FUNCTIONS]
