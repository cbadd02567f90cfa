"""The guard's functions for what has helped at home."""

from django.db import migrations

from samling.adaptations.walls import FUNCTIONS
from samling.support.walls import AT_HOME


class Migration(migrations.Migration):
    dependencies = [("support", "0003_apart"), ("adaptations", "0002_walls")]
    operations = [FUNCTIONS, AT_HOME]
