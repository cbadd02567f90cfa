import uuid

import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0002_walls'),
        ('people', '0001_initial'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('gathering_id', models.UUIDField()),
                ('kind', models.CharField(choices=[('staff', 'staff'), ('guardian', 'guardian'), ('child', 'the child'), ('adult', 'another adult')], max_length=8)),
                ('name', models.CharField(blank=True, max_length=80)),
                ('role', models.CharField(blank=True, max_length=60)),
                ('voice', models.CharField(choices=[('here', 'sat here'), ('before', 'told us beforehand'), ('spoken_for', 'through someone else')], default='here', max_length=10)),
                ('left_at', models.DateTimeField(null=True)),
                ('capacity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('ground', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.ground')),
                ('guardian', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.guardian')),
                ('left_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='seating_sea_subject_bdec9f_idx'), models.Index(fields=['gathering_id'], name='seating_sea_gatheri_2dce47_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='seat_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('left_at__isnull', False), ('left_by__isnull', False)), models.Q(('left_at__isnull', True), ('left_by__isnull', True)), _connector='OR'), name='seat_left_at_goes_with_left_by'), models.CheckConstraint(condition=models.Q(models.Q(('capacity__isnull', False), ('kind', 'staff')), models.Q(('guardian__isnull', False), ('kind', 'guardian')), models.Q(('capacity', None), ('guardian', None), ('kind', 'child')), models.Q(('kind', 'adult'), models.Q(('name', ''), _negated=True)), _connector='OR'), name='seat_is_somebodys')],
            },
        ),
    )]
