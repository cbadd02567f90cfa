"""Policies on the tables of joint meetings."""

from django.db import migrations

from samling.gathering.walls import walls


class Migration(migrations.Migration):
    dependencies = [("gathering", "0001_initial"), ("journey", "0002_walls"), ("seating", "0002_walls")]
    operations = walls()
