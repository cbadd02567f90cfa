"""What is kept of the people around a child."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0004_ended_by'),
    ]

    operations = [
        Tables(
        migrations.CreateModel(
            name='Chair',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('code', models.CharField(blank=True, max_length=16)),
                ('title', models.CharField(max_length=60)),
                ('actor', models.CharField(choices=[('school', 'School'), ('social', 'Social services'), ('health', 'Health care'), ('home', 'Home')], max_length=6)),
                ('name', models.CharField(blank=True, max_length=80)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('is_declined', models.BooleanField(default=False)),
                ('filled_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('capacity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('filled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='circle_chai_subject_e808c4_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='chair_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('filled_at__isnull', False), ('filled_by__isnull', False)), models.Q(('filled_at__isnull', True), ('filled_by__isnull', True)), _connector='OR'), name='chair_filled_at_goes_with_filled_by'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='chair_ended_at_goes_with_ended_by'), models.UniqueConstraint(condition=models.Q(('code', 'named_contact'), ('ended_at', None), ('withdrawn_at', None)), fields=('subject',), name='chair_one_named_contact'), models.CheckConstraint(condition=models.Q(models.Q(('capacity', None), ('filled_at', None), ('is_declined', False), ('name', '')), models.Q(('capacity__isnull', False), ('filled_at__isnull', False), ('is_declined', False), ('name', '')), models.Q(('capacity', None), ('filled_at__isnull', False), ('is_declined', False), models.Q(('name', ''), _negated=True)), models.Q(('capacity', None), ('filled_at__isnull', False), ('is_declined', True), ('name', '')), _connector='OR'), name='chair_is_filled_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='Tie',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('often', models.CharField(blank=True, choices=[('day', 'every day'), ('week', 'every week'), ('sometimes', 'sometimes')], max_length=10)),
                ('close', models.PositiveSmallIntegerField(choices=[(1, 'a little close'), (2, 'close'), (3, 'very close')], null=True)),
                ('calls', models.CharField(blank=True, max_length=40)),
                ('is_chosen', models.BooleanField(default=False)),
                ('adult', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.significantadult')),
                ('capacity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('guardian', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.guardian')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='circle_tie_subject_a0aebc_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='tie_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('adult', None), ('capacity__isnull', False), ('guardian', None)), models.Q(('adult', None), ('capacity', None), ('guardian__isnull', False)), models.Q(('adult__isnull', False), ('capacity', None), ('guardian', None)), _connector='OR'), name='tie_is_to_one_person')],
            },
        ),
        ),
    ]
