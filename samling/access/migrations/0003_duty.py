"""What passes on when a capacity ends or is on leave."""

import django.db.models.deletion
from django.db import migrations, models

from samling.access.walls import duty


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_walls'),
        ('people', '0002_duty'),
    ]

    operations = [
        migrations.AddField(
            model_name='assignment',
            name='taken_over_from',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity'),
        ),
        *duty(),
    ]
