"""Policies on referrals, and which schools a team meets."""

from django.db import migrations

from samling.referral.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("referral", "0001_initial"), ("consent", "0002_walls")]
    operations = [FUNCTIONS, *walls()]
