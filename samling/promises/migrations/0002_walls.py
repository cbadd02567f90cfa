"""Policies on the promises."""

from django.db import migrations

from samling.promises.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("promises", "0001_initial")]
    operations = [FUNCTIONS, *walls()]
