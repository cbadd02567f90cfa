"""What whoever runs the machine must see to."""

from django.db import migrations

from samling.founding.walls import MENDING


class Migration(migrations.Migration):
    dependencies = [("founding", "0001_walls"), ("concern", "0002_walls")]
    operations = [MENDING]
