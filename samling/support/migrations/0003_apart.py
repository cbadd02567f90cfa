"""What names no child, what has become routine, and answers to inquiries; with their policies."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables
from samling.support.walls import apart


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0004_ended_by'),
        ('support', '0002_walls'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='Contribution',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('asked_on', models.DateField()),
                ('sent_to', models.CharField(max_length=120)),
                ('due_on', models.DateField()),
                ('how', models.CharField(blank=True, choices=[('paper', 'In writing'), ('meeting', 'In a meeting'), ('phone', 'By phone, and then in writing')], max_length=7)),
                ('answered_on', models.DateField(null=True)),
                ('sent_at', models.DateTimeField(null=True)),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('sent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='support_con_subject_4110f0_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='contribution_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('sent_by__isnull', False)), models.Q(('sent_at__isnull', True), ('sent_by__isnull', True)), _connector='OR'), name='contribution_sent_at_goes_with_sent_by')],
            },
        ),
        migrations.CreateModel(
            name='GeneralSupport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('sort', models.CharField(choices=[('talk', 'Talk with a parent'), ('group', "Parents' group"), ('course', 'Course for parents'), ('open', 'Open house'), ('consult', 'Consultation to colleagues'), ('supervise', 'Supervision of colleagues')], max_length=12)),
                ('held_on', models.DateField()),
                ('people', models.PositiveSmallIntegerField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('title', models.CharField(blank=True, max_length=80)),
                ('noted_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'verbose_name_plural': 'general support',
                'indexes': [models.Index(fields=['organisation', 'held_on'], name='support_gen_organis_a317c7_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='generalsupport_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('noted_at__isnull', False), ('noted_by__isnull', False)), models.Q(('noted_at__isnull', True), ('noted_by__isnull', True)), _connector='OR'), name='generalsupport_noted_at_goes_with_noted_by')],
            },
        ),
        migrations.CreateModel(
            name='Routine',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(blank=True, max_length=40)),
                ('since_on', models.DateField()),
                ('title', models.CharField(blank=True, max_length=80)),
                ('noted_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'since_on'], name='support_rou_organis_75daca_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='routine_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('noted_at__isnull', False), ('noted_by__isnull', False)), models.Q(('noted_at__isnull', True), ('noted_by__isnull', True)), _connector='OR'), name='routine_noted_at_goes_with_noted_by'), models.CheckConstraint(condition=models.Q(('code__gt', ''), ('title__gt', ''), _connector='OR'), name='routine_says_what')],
            },
        ),
    ), *apart()]
