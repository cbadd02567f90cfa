"""The guard functions of *Nödöppning* and the policy on its table."""

from django.db import migrations

from samling.breakglass.walls import FUNCTIONS, walls


class Migration(migrations.Migration):
    dependencies = [("breakglass", "0001_initial"), ("access", "0003_duty"), ("journey", "0002_walls")]
    operations = [*walls(), FUNCTIONS]
