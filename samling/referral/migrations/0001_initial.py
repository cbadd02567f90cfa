import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0003_duty'),
        ('journey', '0002_walls'),
        ('people', '0004_ended_by'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='ServedSchool',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('number', models.CharField(max_length=60)),
                ('written_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='serves', to='people.unit')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='served_by', to='people.unit')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='servedschool_runs_forward'), models.CheckConstraint(condition=models.Q(models.Q(('written_at__isnull', False), ('written_by__isnull', False)), models.Q(('written_at__isnull', True), ('written_by__isnull', True)), _connector='OR'), name='servedschool_written_at_goes_with_written_by'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='servedschool_ended_at_goes_with_ended_by')],
            },
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('checklist_id', models.UUIDField(null=True)),
                ('decision_id', models.UUIDField(null=True)),
                ('rows', django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField(), size=7)),
                ('tier', models.PositiveSmallIntegerField()),
                ('home_municipality', models.CharField(blank=True, max_length=4)),
                ('school_municipality', models.CharField(max_length=4)),
                ('due_on', models.DateField()),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('party', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='referral', to='journey.party')),
            ],
            options={
                'indexes': [models.Index(fields=['subject', 'written_at'], name='referral_re_subject_6cfbbf_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='referral_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(('tier__gte', 1), ('tier__lte', 3)), name='referral_tier_is_one_to_three')],
            },
        ),
        migrations.CreateModel(
            name='ReferralBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='referral.referral')),
                ('question', models.TextField()),
                ('child_words', models.TextField(blank=True)),
                ('guardian_words', models.TextField(blank=True)),
                ('languages', models.TextField(blank=True)),
                ('because', models.TextField()),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'referral bodies',
            },
        ),
        migrations.CreateModel(
            name='TriageDecision',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('accepted', 'Yes, we begin with an information meeting'), ('advised', 'Advice, and the school goes on'), ('redirected', 'We point further, to another door'), ('declined', 'The family does not want to')], max_length=10)),
                ('tier', models.PositiveSmallIntegerField()),
                ('suggested', models.PositiveSmallIntegerField()),
                ('received_how', models.CharField(blank=True, choices=[('here', 'they have accepted the invitation here'), ('phone', 'by telephone'), ('letter', 'by letter'), ('meeting', 'at a meeting')], max_length=8)),
                ('received_at', models.DateTimeField(null=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='referral.referral')),
                ('to_unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('received_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'indexes': [models.Index(fields=['subject', 'written_at'], name='referral_tr_subject_4f2408_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='triagedecision_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('received_at__isnull', False), ('received_by__isnull', False)), models.Q(('received_at__isnull', True), ('received_by__isnull', True)), _connector='OR'), name='triagedecision_received_at_goes_with_received_by'), models.CheckConstraint(condition=models.Q(('tier__gte', 1), ('tier__lte', 3)), name='triagedecision_tier_is_one_to_three'), models.CheckConstraint(condition=models.Q(('kind', 'redirected'), models.Q(('received_at', None), ('to_unit', None)), _connector='OR'), name='triagedecision_only_a_pointing_further_is_received')],
            },
        ),
        migrations.CreateModel(
            name='TriageDecisionBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='referral.triagedecision')),
                ('because', models.TextField()),
                ('answer', models.TextField()),
                ('receiver', models.TextField(blank=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'triage decision bodies',
            },
        ),
        migrations.CreateModel(
            name='NotOffered',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('what', models.CharField(choices=[('talks', 'talks for the child'), ('parents', 'support to parents'), ('home', 'help at home'), ('assessment', 'an assessment'), ('treatment', 'treatment'), ('teaching', 'support in teaching, or another group'), ('leisure', 'something to do in free time'), ('other', 'something else')], max_length=12)),
                ('whom', models.CharField(choices=[('school', 'the school'), ('team', 'the early support team'), ('social', 'social services'), ('primary', 'primary health care'), ('camhs', 'child psychiatry'), ('habilitation', 'habilitation'), ('other', 'another')], max_length=12)),
                ('why', models.CharField(choices=[('none', 'it does not exist here'), ('queue', 'the queue is too long'), ('staff', 'nobody is there to do it'), ('age', 'the child is too young or too old'), ('limit', 'the need is too small or too large for them'), ('place', 'the child lives or goes to school in another place'), ('language', "it is not there in the family's language"), ('no_answer', 'they have not answered')], max_length=10)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'verbose_name_plural': 'not offered',
                'indexes': [models.Index(fields=['subject', 'written_at'], name='referral_no_subject_477aec_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='notoffered_withdrawn_at_goes_with_withdrawn_by')],
            },
        ),
        migrations.CreateModel(
            name='NotOfferedBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='referral.notoffered')),
                ('words', models.TextField(blank=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'not offered bodies',
            },
        ),
    )]
