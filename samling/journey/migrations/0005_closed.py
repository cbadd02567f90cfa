"""A journey may be closed, and one may come after another."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('journey', '0004_drafts'),
        ('people', '0004_ended_by'),
    ]

    operations = [
        migrations.AddField(
            model_name='journey',
            name='back_until_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='journey',
            name='before',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='journey.journey'),
        ),
        migrations.AddField(
            model_name='journey',
            name='closed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='journey',
            name='stepping_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name='journey',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('back_until_on', None), ('closed_at', None)), models.Q(('back_until_on__isnull', False), ('closed_at__isnull', False)), _connector='OR'), name='journey_closed_has_a_way_back'),
        ),
    ]
