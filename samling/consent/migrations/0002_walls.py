"""Policies on consent's tables."""

from django.db import migrations

from samling.consent.walls import FUNCTIONS, ONLY_THOSE, walls


class Migration(migrations.Migration):
    dependencies = [("consent", "0001_initial"), ("journey", "0002_walls")]
    operations = [*walls(), FUNCTIONS, ONLY_THOSE]
