"""Who ended a capacity, also when it ends on a day to come."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_settings")]

    operations = [
        migrations.AddField(
            model_name="capacity",
            name="ended_by",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.capacity"
            ),
        ),
    ]
