"""Policies on the plan."""

from django.db import migrations

from samling.plan.walls import FUNCTIONS, SECOND, walls


class Migration(migrations.Migration):
    dependencies = [("plan", "0001_initial")]
    operations = [FUNCTIONS, *walls(), SECOND]
