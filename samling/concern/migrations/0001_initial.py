import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import samling.concern.rules
from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='NamelessConcern',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('raised_as', models.CharField(choices=[('self', 'I saw or heard it myself'), ('guardian', 'A guardian told me'), ('child', 'The child told me'), ('other', 'Someone else told me')], default='self', max_length=10)),
                ('how', models.CharField(choices=[('seen', 'Seen on the spot'), ('talk', 'In a talk'), ('phone', 'By telephone'), ('written', 'In writing')], default='seen', max_length=10)),
                ('touches', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('child', 'The child'), ('school', 'School'), ('home', 'Home')], max_length=6))),
                ('written_at', models.DateTimeField()),
                ('age_band', models.CharField(choices=[('0-5', '0–5 years'), ('6-9', '6–9 years'), ('10-12', '10–12 years'), ('13-15', '13–15 years'), ('16-17', '16–17 years'), ('18-20', '18–20 years')], max_length=6)),
                ('question', models.TextField()),
                ('opened_at', models.DateTimeField(null=True)),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('to_unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'indexes': [models.Index(fields=['to_unit', 'written_at'], name='concern_nam_to_unit_3a7543_idx'), models.Index(fields=['written_by'], name='concern_nam_written_b550d0_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('written_at__isnull', False), ('written_by__isnull', False)), models.Q(('written_at__isnull', True), ('written_by__isnull', True)), _connector='OR'), name='namelessconcern_written_at_goes_with_written_by'), models.CheckConstraint(condition=models.Q(models.Q(('opened_at__isnull', False), ('opened_by__isnull', False)), models.Q(('opened_at__isnull', True), ('opened_by__isnull', True)), _connector='OR'), name='namelessconcern_opened_at_goes_with_opened_by')],
            },
        ),
        migrations.CreateModel(
            name='Signal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('raised_as', models.CharField(choices=[('self', 'I saw or heard it myself'), ('guardian', 'A guardian told me'), ('child', 'The child told me'), ('other', 'Someone else told me')], default='self', max_length=10)),
                ('how', models.CharField(choices=[('seen', 'Seen on the spot'), ('talk', 'In a talk'), ('phone', 'By telephone'), ('written', 'In writing')], default='seen', max_length=10)),
                ('touches', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('child', 'The child'), ('school', 'School'), ('home', 'Home')], max_length=6))),
                ('seen_on', models.DateField()),
                ('danger', models.BooleanField(default=False)),
                ('raised_at', models.DateTimeField()),
                ('nameless', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signal', to='concern.namelessconcern')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('raised_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='concern_sig_subject_e3256b_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='signal_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('raised_at__isnull', False), ('raised_by__isnull', False)), models.Q(('raised_at__isnull', True), ('raised_by__isnull', True)), _connector='OR'), name='signal_raised_at_goes_with_raised_by')],
            },
        ),
        migrations.CreateModel(
            name='ReplyTime',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('working_days', models.PositiveSmallIntegerField()),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='replytime_runs_forward'), models.CheckConstraint(condition=models.Q(('working_days__gte', 1)), name='replytime_is_at_least_a_day')],
            },
        ),
        migrations.CreateModel(
            name='ReportContact',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('municipality_code', models.CharField(max_length=4)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('phone', models.CharField(max_length=40)),
                ('hours', models.CharField(blank=True, max_length=80)),
                ('phone_after_hours', models.CharField(blank=True, max_length=40)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('url', models.URLField(blank=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['municipality_code'], name='concern_rep_municip_96a623_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='reportcontact_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='ReportStub',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('reported_on', models.DateField()),
                ('sent_to', models.CharField(max_length=120)),
                ('feedback_due_on', models.DateField()),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='concern_rep_subject_75310c_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='reportstub_withdrawn_at_goes_with_withdrawn_by')],
            },
        ),
        migrations.CreateModel(
            name='SignalBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='concern.signal')),
                ('text', models.TextField()),
                ('said_child', models.TextField(blank=True)),
                ('said_guardian', models.TextField(blank=True)),
                ('raised_name', models.CharField(blank=True, max_length=80)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'signal bodies',
            },
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('word', models.CharField(choices=[('received', 'Received'), ('solved', 'Solved'), ('onward', 'Taken further')], max_length=8)),
                ('sent_at', models.DateTimeField()),
                ('nameless', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='concern.namelessconcern')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('signal', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='concern.signal')),
            ],
            options={
                'indexes': [models.Index(fields=['signal'], name='concern_out_signal__c7a7f6_idx'), models.Index(fields=['nameless'], name='concern_out_nameles_1f53c1_idx'), models.Index(fields=['to'], name='concern_out_to_id_2e13f6_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('sent_by__isnull', False)), models.Q(('sent_at__isnull', True), ('sent_by__isnull', True)), _connector='OR'), name='outcome_sent_at_goes_with_sent_by'), models.CheckConstraint(condition=models.Q(('signal__isnull', False), ('nameless__isnull', False), _connector='OR'), name='outcome_of_a_concern')],
            },
        ),
        migrations.CreateModel(
            name='Handling',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('taken', 'Taken care of'), ('trying', 'Trying something'), ('onward', 'Taken further'), ('closed', 'Closed')], max_length=8)),
                ('because', models.CharField(blank=True, choices=[('solved', 'What was tried helped'), ('gone', 'There is nothing to worry about any more'), ('joined', 'It is taken care of together with another concern'), ('elsewhere', 'The child gets help elsewhere')], max_length=10)),
                ('follow_up_on', models.DateField(null=True)),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('signal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handlings', to='concern.signal')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='concern_han_subject_20eb06_idx'), models.Index(fields=['signal', 'written_at'], name='concern_han_signal__2cb86c_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='handling_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('because__gt', ''), ('kind', samling.concern.rules.State['CLOSED'])), models.Q(models.Q(('kind', samling.concern.rules.State['CLOSED']), _negated=True), ('because', '')), _connector='OR'), name='handling_closes_with_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='ConcernName',
            fields=[
                ('nameless', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='name', serialize=False, to='concern.namelessconcern')),
                ('given_name', models.CharField(max_length=80)),
                ('family_name', models.CharField(max_length=80)),
                ('birth_year', models.PositiveSmallIntegerField()),
                ('basis', models.CharField(choices=[('consent', 'consent (OSL 10:1, 12:2)'), ('harm_test', 'harm test'), ('general_clause', 'general clause (OSL 10:27)'), ('osl_25_12', 'necessary support, from health care (OSL 25:12)'), ('osl_25_13a', 'necessary support, from school health (OSL 25:13 a)'), ('osl_26_9', 'necessary care or support, from social services (OSL 26:9)'), ('duty', 'duty to disclose (OSL 10:28)'), ('need_to_know', 'same activity, needed for the work'), ('other_law', 'other law'), ('break_glass', 'emergency opening')], max_length=16)),
                ('paragraph', models.CharField(max_length=60)),
                ('because', models.CharField(max_length=400)),
                ('decided_at', models.DateTimeField()),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), _connector='OR'), name='concernname_decided_at_goes_with_decided_by')],
            },
        ),
    )]
