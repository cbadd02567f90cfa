"""The calendar that days of follow-up are moved by."""

from django.db import migrations

from samling.followup.walls import WORKDAYS


class Migration(migrations.Migration):
    dependencies = [("followup", "0005_score")]
    operations = [WORKDAYS]
