"""The policies on keys and sheets."""

from django.db import migrations

from samling.lifeline.walls import walls


class Migration(migrations.Migration):
    dependencies = [("lifeline", "0001_initial"), ("journey", "0002_walls")]
    operations = walls()
