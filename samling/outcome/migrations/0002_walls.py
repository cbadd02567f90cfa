"""Policies on the wheel's tables, and what closes answers that were taken back."""

from django.db import migrations

from samling.outcome.walls import TAKEN, walls


class Migration(migrations.Migration):
    dependencies = [("outcome", "0001_initial"), ("consent", "0002_walls")]
    operations = [*walls(), TAKEN]
