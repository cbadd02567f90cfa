"""The policy on the directory."""

from django.db import migrations

from samling.directory.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial"), ("journey", "0002_walls")]
    operations = [FUNCTIONS, *walls()]
