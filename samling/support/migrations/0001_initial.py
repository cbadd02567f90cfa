"""What is kept of support: what is done, its occasions and outcomes, and where it stands."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('journey', '0004_drafts'),
        ('people', '0004_ended_by'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='Support',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('school', 'Support at school'), ('home', 'Support at home'), ('talks', 'Talks'), ('group', 'A group or a course'), ('practical', 'Practical help'), ('contact', 'A regular contact')], max_length=10)),
                ('code', models.CharField(blank=True, max_length=40)),
                ('form', models.CharField(max_length=20)),
                ('starts_on', models.DateField()),
                ('evaluate_on', models.DateField(null=True)),
                ('state', models.CharField(choices=[('begun', 'begun'), ('going', 'goes on'), ('paused', 'paused'), ('ended', 'ended')], default='begun', max_length=6)),
                ('ended_because', models.CharField(blank=True, choices=[('done', 'What it was for is done'), ('family', 'The family does not want it any more'), ('other', 'Somebody else has taken over the help'), ('moved', 'The child has moved'), ('lapsed', 'It never came about')], max_length=6)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='support_sup_subject_681ea7_idx'), models.Index(fields=['holder'], name='support_sup_holder__fdebb3_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='support_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='support_ended_at_goes_with_ended_by'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_because__gt', ''), ('state', 'ended')), models.Q(models.Q(('state', 'ended'), _negated=True), ('ended_at', None), ('ended_because', '')), _connector='OR'), name='support_ends_with_a_reason'), models.CheckConstraint(condition=models.Q(('evaluate_on', None), ('evaluate_on__gte', models.F('starts_on')), _connector='OR'), name='support_is_asked_about_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('result', models.CharField(choices=[('helped', 'Helped'), ('partly', 'Helped a little'), ('no', 'Did not help'), ('made_worse', 'Made it worse'), ('not_evaluated', 'We have not checked yet')], max_length=14)),
                ('voice', models.CharField(choices=[('giver', 'We who give it'), ('child', 'The child'), ('guardian', 'A guardian')], max_length=8)),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('support', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='support.support')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='support_out_subject_e95ed1_idx'), models.Index(fields=['support', 'written_at'], name='support_out_support_0380a6_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='outcome_withdrawn_at_goes_with_withdrawn_by')],
            },
        ),
        migrations.CreateModel(
            name='Occasion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='occasion', to='journey.entry')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('support', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='occasions', to='support.support')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='support_occ_subject_8a29ac_idx'), models.Index(fields=['support', 'written_at'], name='support_occ_support_1d0ac8_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='occasion_withdrawn_at_goes_with_withdrawn_by')],
            },
        ),
        migrations.CreateModel(
            name='SupportStatus',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('school', 'Support at school'), ('home', 'Support at home'), ('talks', 'Talks'), ('group', 'A group or a course'), ('practical', 'Practical help'), ('contact', 'A regular contact')], max_length=10)),
                ('state', models.CharField(choices=[('begun', 'begun'), ('going', 'goes on'), ('paused', 'paused'), ('ended', 'ended')], max_length=6)),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('support', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statuses', to='support.support')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'verbose_name_plural': 'support statuses',
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='support_sup_subject_589670_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='supportstatus_withdrawn_at_goes_with_withdrawn_by'), models.UniqueConstraint(fields=('support', 'number'), name='supportstatus_once_each')],
            },
        ),
        migrations.CreateModel(
            name='OutcomeBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='support.outcome')),
                ('text', models.TextField(blank=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'outcome bodies',
            },
        ),
        migrations.CreateModel(
            name='SupportBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='support.support')),
                ('own', models.CharField(blank=True, max_length=200)),
                ('how', models.TextField(blank=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'support bodies',
            },
        ),
    )]
