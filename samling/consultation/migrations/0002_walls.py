"""Policies on questions without a name."""

from django.db import migrations

from samling.consultation.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("consultation", "0001_initial"), ("journey", "0002_walls")]
    operations = [FUNCTIONS, *walls()]
