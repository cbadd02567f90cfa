"""Policies on information meetings."""

from django.db import migrations

from samling.welcome.walls import walls


class Migration(migrations.Migration):
    dependencies = [("welcome", "0001_initial"), ("referral", "0002_walls")]
    operations = [*walls()]
