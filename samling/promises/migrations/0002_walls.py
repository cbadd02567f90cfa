"""Policies on the promises."""

from django.db import migrations

from samling.promises.walls import FUNCTIONS, OWN_WORD, walls


class Migration(migrations.Migration):
    dependencies = [("promises", "0001_initial")]
    operations = [FUNCTIONS, *walls(), OWN_WORD]
