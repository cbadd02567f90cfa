"""What leads an empty organisation to its first checklist."""

from django.db import migrations

from samling.founding.walls import FUNCTIONS


class Migration(migrations.Migration):
    initial = True
    dependencies = [("office", "0001_settings")]
    operations = [FUNCTIONS]
