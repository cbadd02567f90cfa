"""Coordinator and deputy of a journey, as dated rows that are never empty."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from samling.journey.walls import coordination
from samling.records.migrations import Tables


class Migration(migrations.Migration):
    dependencies = [("journey", "0002_walls"), ("people", "0004_ended_by"), ("access", "0003_duty")]

    operations = [
        Tables(migrations.CreateModel(
            name='Coordination',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('coordinator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('deputy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('journey', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='coordinations', to='journey.journey')),
            ],
            options={
                'indexes': [models.Index(fields=['coordinator'], name='journey_coo_coordin_c1f90b_idx'), models.Index(fields=['deputy'], name='journey_coo_deputy__9f7005_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='coordination_runs_forward'), models.UniqueConstraint(condition=models.Q(('until_at', None)), fields=('journey',), name='coordination_one_at_a_time'), models.CheckConstraint(condition=models.Q(('deputy', None), models.Q(('deputy', models.F('coordinator')), _negated=True), _connector='OR'), name='coordination_deputy_is_someone_else')],
            },
        )),
        *coordination(),
    ]
