"""Policies on the tables of attendance, and the guard functions beside them."""

from django.db import migrations

from samling.attendance.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("attendance", "0001_initial"), ("contact", "0002_walls"), ("journey", "0002_walls")]
    operations = [FUNCTIONS, *walls()]
