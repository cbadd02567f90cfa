"""Policies on the versions of a plan."""

from django.db import migrations

from samling.papers.walls import walls


class Migration(migrations.Migration):
    dependencies = [("papers", "0001_initial")]
    operations = [*walls()]
