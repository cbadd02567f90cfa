"""Who did a thing is the one who does it: before any table above is protected by it."""

from django.db import migrations

from samling.access.walls import SQL
from samling.records.migrations import Functions


class Migration(migrations.Migration):
    dependencies = [("access", "0003_duty")]
    operations = [Functions(SQL / "15_own_hand.sql")]
