"""That it came, or did not, is noted by the guard: with a yes those at the old place read no longer than they should."""

from django.db import migrations

from samling.records.migrations import Statements


class Migration(migrations.Migration):
    dependencies = [("transition", "0002_walls")]
    operations = [Statements("revoke update (accepted_at, accepted_by_id) on transition_package from samling_app")]
