"""Policies on the tables of *Kontakta inte hemmet*."""

from django.db import migrations

from samling.contact.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("contact", "0001_initial"), ("journey", "0002_walls")]
    operations = [*walls(), FUNCTIONS]
