"""The policy on searches of the log, and the functions that search it."""

from django.db import migrations

from samling.review.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("review", "0001_initial"), ("journey", "0002_walls")]
    operations = [FUNCTIONS, *walls()]
