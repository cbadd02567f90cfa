"""Which kinds of record can be closed because they are about the wrong child."""

from django.db import migrations

from samling.misplaced.walls import known_kinds


class Migration(migrations.Migration):
    dependencies = [("misplaced", "0001_walls"), ("letters", "0002_walls")]
    operations = [known_kinds()]
