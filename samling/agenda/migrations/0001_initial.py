import uuid

import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('team', '0002_walls'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='Slot',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('added_at', models.DateTimeField()),
                ('question', models.CharField(blank=True, max_length=400)),
                ('dropped_at', models.DateTimeField(null=True)),
                ('dropped_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slots', to='team.teammeeting')),
            ],
            options={
                'indexes': [models.Index(fields=['meeting'], name='agenda_slot_meeting_e76771_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('dropped_at__isnull', False), ('dropped_by__isnull', False)), models.Q(('dropped_at__isnull', True), ('dropped_by__isnull', True)), _connector='OR'), name='slot_dropped_at_goes_with_dropped_by')],
            },
        ),
        migrations.CreateModel(
            name='TeamMeetingItem',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('source', models.CharField(choices=[('concern', 'A concern that was carried on'), ('checklist', 'A checklist that was sent on'), ('adaptation', 'An adaptation that nobody has asked about in six weeks'), ('attendance', 'Absence'), ('hand', 'Taken up by a colleague')], max_length=12)),
                ('record_id', models.UUIDField(null=True)),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('slot', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='item', to='agenda.slot')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='agenda_team_subject_9aa3f6_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='teammeetingitem_withdrawn_at_goes_with_withdrawn_by')],
            },
        ),
        migrations.CreateModel(
            name='Spoken',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveSmallIntegerField()),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='spoken', to='agenda.teammeetingitem')),
            ],
            options={
                'verbose_name_plural': 'spoken',
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='agenda_spok_subject_11c62d_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='spoken_withdrawn_at_goes_with_withdrawn_by'), models.UniqueConstraint(fields=('item', 'version'), name='spoken_counts_versions')],
            },
        ),
        migrations.CreateModel(
            name='TeamDecision',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('try', 'Try something more'), ('support', 'Look into whether special support is needed'), ('absence', 'Look into the absence'), ('refer', 'Ask the early support team'), ('close', 'Nothing more is needed now')], max_length=8)),
                ('adaptation', models.CharField(blank=True, max_length=40)),
                ('due_on', models.DateField()),
                ('tell_on', models.DateField(null=True)),
                ('handed_at', models.DateTimeField(null=True)),
                ('told_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('handed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('teller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('told_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='agenda.teammeetingitem')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='agenda_team_subject_548af2_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='teamdecision_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('handed_at__isnull', False), ('handed_by__isnull', False)), models.Q(('handed_at__isnull', True), ('handed_by__isnull', True)), _connector='OR'), name='teamdecision_handed_at_goes_with_handed_by'), models.CheckConstraint(condition=models.Q(models.Q(('told_at__isnull', False), ('told_by__isnull', False)), models.Q(('told_at__isnull', True), ('told_by__isnull', True)), _connector='OR'), name='teamdecision_told_at_goes_with_told_by'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='teamdecision_ended_at_goes_with_ended_by'), models.CheckConstraint(condition=models.Q(models.Q(('tell_on', None), ('teller', None)), models.Q(('tell_on__isnull', False), ('teller__isnull', False)), _connector='OR'), name='teamdecision_says_who_tells_and_when')],
            },
        ),
        migrations.CreateModel(
            name='SpokenBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='agenda.spoken')),
                ('text', models.TextField()),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'spoken bodies',
            },
        ),
        migrations.CreateModel(
            name='TeamDecisionBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='agenda.teamdecision')),
                ('words', models.TextField(blank=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'team decision bodies',
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('result', models.CharField(choices=[('helped', 'It was done, and it helped'), ('partly', 'It was done, and helped a little'), ('no', 'It was done, and did not help'), ('not_done', 'It has not been done')], max_length=8)),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='agenda.teamdecision')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='agenda_revi_subject_244f7a_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='review_withdrawn_at_goes_with_withdrawn_by')],
            },
        ),
        migrations.CreateModel(
            name='TeamMeetingItemBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='agenda.teammeetingitem')),
                ('question', models.TextField()),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'team meeting item bodies',
            },
        ),
        migrations.CreateModel(
            name='Heard',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('capacity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='heard', to='agenda.teammeetingitem')),
            ],
            options={
                'verbose_name_plural': 'heard',
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='agenda_hear_subject_142a38_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='heard_withdrawn_at_goes_with_withdrawn_by')],
            },
        ),
    )]
