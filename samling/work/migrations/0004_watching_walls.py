"""Policies on alarms and reviews, and the functions of the log's own watch."""

from django.db import migrations

from samling.work.walls import functions, watching


class Migration(migrations.Migration):
    dependencies = [("work", "0003_watching")]
    operations = [*watching(), *functions()]
