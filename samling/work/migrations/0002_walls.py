"""Policies on the queue and on tasks, and the functions that reach them."""

from django.db import migrations

from samling.work.walls import IDS_ONLY, functions, walls


class Migration(migrations.Migration):
    dependencies = [("work", "0001_initial"), ("access", "0002_walls"), ("procrastinate", "__latest__")]
    operations = [*walls(), IDS_ONLY, *functions()]
