"""Policies on what is kept of the people around a child."""

from django.db import migrations

from samling.circle.walls import walls


class Migration(migrations.Migration):
    dependencies = [
        ("circle", "0001_initial"),
        ("journey", "0003_coordination"),
        ("consent", "0002_walls"),
    ]
    operations = walls()
