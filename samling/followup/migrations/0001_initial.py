"""The tables of follow-up."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0004_ended_by'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('wall', models.IntegerField()),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('time', models.CharField(choices=[('T0', 'At the start'), ('T1', 'After about three months'), ('T2', 'At closing'), ('T3', 'Six months after closing'), ('T4', 'A year after closing'), ('light', 'Does it help? A short check'), ('solved', 'Six weeks after it was solved here'), ('meeting', 'After a joint meeting'), ('next_meeting', 'After the meeting that follows up')], max_length=12)),
                ('due_on', models.DateField()),
                ('done_at', models.DateTimeField(null=True)),
                ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='followup_ro_subject_0cd825_idx'), models.Index(fields=['due_on'], name='followup_ro_due_on_3e0cd7_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='round_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', False), ('done_by__isnull', False)), models.Q(('done_at__isnull', True), ('done_by__isnull', True)), _connector='OR'), name='round_done_at_goes_with_done_by')],
            },
        ),
        migrations.CreateModel(
            name='Ask',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('wall', models.IntegerField()),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asks', to='followup.round')),
                ('voice', models.CharField(choices=[('child', 'The child'), ('home', 'Home'), ('school', 'School')], max_length=6)),
                ('person_id', models.UUIDField(null=True)),
                ('person_name', models.CharField(max_length=80)),
                ('how', models.CharField(choices=[('table', 'Together at the table'), ('phone', 'On the phone'), ('paper', 'On paper'), ('link', 'By a link that works once')], max_length=5)),
                ('package', models.CharField(max_length=20)),
                ('version', models.CharField(max_length=8)),
                ('young', models.BooleanField(default=False)),
                ('seconds', models.PositiveSmallIntegerField()),
                ('helps', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list)),
                ('until_on', models.DateField()),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='followup_as_subject_a47dd9_idx'), models.Index(fields=['round'], name='followup_as_round_i_3c93c7_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='ask_withdrawn_at_goes_with_withdrawn_by')],
            },
        ),
        migrations.CreateModel(
            name='AskLink',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('ask', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='followup.ask')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('made_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['ask'], name='followup_as_ask_id_f793a4_idx')],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('wall', models.IntegerField()),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('ask', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='followup.ask')),
                ('time', models.CharField(choices=[('T0', 'At the start'), ('T1', 'After about three months'), ('T2', 'At closing'), ('T3', 'Six months after closing'), ('T4', 'A year after closing'), ('light', 'Does it help? A short check'), ('solved', 'Six weeks after it was solved here'), ('meeting', 'After a joint meeting'), ('next_meeting', 'After the meeting that follows up')], max_length=12)),
                ('voice', models.CharField(choices=[('child', 'The child'), ('home', 'Home'), ('school', 'School')], max_length=6)),
                ('person_id', models.UUIDField(null=True)),
                ('person_name', models.CharField(max_length=80)),
                ('package', models.CharField(max_length=20)),
                ('version', models.CharField(max_length=8)),
                ('young', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('answered', 'Answered'), ('skipped', 'Skipped this time'), ('declined', 'Did not want to answer')], max_length=8)),
                ('how', models.CharField(choices=[('table', 'Together at the table'), ('phone', 'On the phone'), ('paper', 'On paper'), ('link', 'By a link that works once')], max_length=5)),
                ('heard_on', models.DateField()),
            ],
            options={
                'verbose_name_plural': 'replies',
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='followup_re_subject_f9f36a_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='reply_withdrawn_at_goes_with_withdrawn_by'), models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('ask',), name='reply_once_for_each_asking')],
            },
        ),
        migrations.CreateModel(
            name='ReplyBody',
            fields=[
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='followup.reply')),
                ('answers', models.JSONField()),
            ],
            options={
                'verbose_name_plural': 'reply bodies',
                'indexes': [],
                'constraints': [],
            },
        ),
    )]
