"""Policies on the extracts' tables, the guard functions and the list of the tables that they read."""

from django.db import migrations

from samling.extracts.walls import FUNCTIONS, known_kinds, walls


class Migration(migrations.Migration):
    dependencies = [("extracts", "0001_initial"), ("access", "0003_duty"), ("journey", "0003_coordination"), ("letters", "0002_walls")]
    operations = [known_kinds(), FUNCTIONS, *walls()]
