"""Policies on the views' tables, and what closes words that were taken back."""

from django.db import migrations

from samling.views.walls import TAKEN, walls


class Migration(migrations.Migration):
    dependencies = [("views", "0001_initial"), ("consent", "0002_walls")]
    operations = [*walls(), TAKEN]
