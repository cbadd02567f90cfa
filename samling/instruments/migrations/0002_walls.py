"""The policy on agreements about questionnaires."""

from django.db import migrations

from samling.instruments.walls import walls


class Migration(migrations.Migration):
    dependencies = [("instruments", "0001_initial"), ("journey", "0002_walls")]
    operations = [*walls()]
