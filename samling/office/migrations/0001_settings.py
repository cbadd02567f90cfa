"""Policies on what is settled and agreed, and who may change it."""

from django.db import migrations

from samling.office.walls import settings


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("people", "0003_settings"),
        ("journey", "0002_walls"),
        ("checklist", "0002_walls"),
        ("consent", "0002_walls"),
        ("concern", "0003_reply_time"),
    ]
    operations = settings()
