import uuid

import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('eht', 'Student health team'), ('bht', 'Preschool health team')], max_length=3)),
                ('begun_at', models.DateTimeField()),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('unit', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='team', to='people.unit')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TeamMeeting',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('starts_at', models.DateTimeField()),
                ('place', models.CharField(max_length=120)),
                ('called_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('called_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='team.team')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='teammeeting_ended_at_goes_with_ended_by'), models.UniqueConstraint(fields=('team', 'starts_at'), name='teammeeting_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Attendee',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('invited_at', models.DateTimeField()),
                ('here_at', models.DateTimeField(null=True)),
                ('left_at', models.DateTimeField(null=True)),
                ('capacity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('here_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('left_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendees', to='team.teammeeting')),
            ],
            options={
                'indexes': [models.Index(fields=['capacity'], name='team_attend_capacit_25e10d_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('here_at__isnull', False), ('here_by__isnull', False)), models.Q(('here_at__isnull', True), ('here_by__isnull', True)), _connector='OR'), name='attendee_here_at_goes_with_here_by'), models.CheckConstraint(condition=models.Q(models.Q(('left_at__isnull', False), ('left_by__isnull', False)), models.Q(('left_at__isnull', True), ('left_by__isnull', True)), _connector='OR'), name='attendee_left_at_goes_with_left_by'), models.UniqueConstraint(condition=models.Q(('left_at', None)), fields=('meeting', 'capacity'), name='attendee_once_a_meeting')],
            },
        ),
        migrations.CreateModel(
            name='TeamMember',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('is_chair', models.BooleanField(default=False)),
                ('capacity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='team.team')),
                ('until_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'indexes': [models.Index(fields=['team'], name='team_teamme_team_id_e1194d_idx'), models.Index(fields=['capacity'], name='team_teamme_capacit_e0cfd3_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='teammember_runs_forward'), models.CheckConstraint(condition=models.Q(models.Q(('until_at__isnull', False), ('until_by__isnull', False)), models.Q(('until_at__isnull', True), ('until_by__isnull', True)), _connector='OR'), name='teammember_until_at_goes_with_until_by')],
            },
        ),
        migrations.CreateModel(
            name='Rhythm',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Mondays'), (1, 'Tuesdays'), (2, 'Wednesdays'), (3, 'Thursdays'), (4, 'Fridays')])),
                ('every', models.PositiveSmallIntegerField(choices=[(1, 'every week'), (2, 'every other week'), (4, 'every fourth week')], default=1)),
                ('clock', models.TimeField()),
                ('place', models.CharField(max_length=120)),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('until_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rhythms', to='team.team')),
            ],
            options={
                'indexes': [models.Index(fields=['team'], name='team_rhythm_team_id_0a678c_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='rhythm_runs_forward'), models.CheckConstraint(condition=models.Q(models.Q(('until_at__isnull', False), ('until_by__isnull', False)), models.Q(('until_at__isnull', True), ('until_by__isnull', True)), _connector='OR'), name='rhythm_until_at_goes_with_until_by')],
            },
        ),
    )]
