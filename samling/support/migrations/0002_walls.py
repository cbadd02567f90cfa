"""Policies on the supports' tables, and what keeps both sides of a support alike."""

from django.db import migrations

from samling.support.walls import ALIKE, FUNCTIONS, OWN_SUPPORT, walls


class Migration(migrations.Migration):
    dependencies = [("support", "0001_initial"), ("adaptations", "0002_walls"), ("journey", "0003_coordination")]
    operations = [FUNCTIONS, *walls(), OWN_SUPPORT, ALIKE]
