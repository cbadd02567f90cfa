import uuid

import django.contrib.postgres.fields
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
            name='Consent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('secrecy_waiver', 'telling another authority (OSL 12:2)'), ('sip', 'a coordinated individual plan (SoL 10:8)'), ('participation', 'taking part in voluntary support'), ('contact_later', 'being contacted later'), ('adult_presence', 'another adult being there'), ('gdpr_consent', 'use of a picture or recording')], max_length=16)),
                ('walls', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField())),
                ('valid_from', models.DateTimeField()),
                ('valid_until', models.DateTimeField()),
                ('asks_child', models.BooleanField(default=False)),
                ('text_version', models.CharField(max_length=20)),
                ('language', models.CharField(default='sv', max_length=8)),
                ('interpreter', models.BooleanField(default=False)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('replaces', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.consent')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('to_capacity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('to_unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='consent_con_subject_6e0622_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='consent_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='consent_ended_at_goes_with_ended_by'), models.CheckConstraint(condition=models.Q(('valid_until__gt', models.F('valid_from'))), name='consent_runs_forward'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('secrecy_waiver', 'sip')), ('to_capacity', None), ('to_unit__isnull', False)), models.Q(('kind__in', ('secrecy_waiver', 'sip')), ('to_capacity__isnull', False), ('to_unit', None)), models.Q(models.Q(('kind__in', ('secrecy_waiver', 'sip')), _negated=True), ('to_capacity', None), ('to_unit', None)), _connector='OR'), name='consent_to_tell_names_one_recipient')],
            },
        ),
        migrations.CreateModel(
            name='ConsentException',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.CharField(choices=[('prevented', 'the other guardian is prevented and it cannot wait (FB 6:13)'), ('minor_measure', 'a minor measure, no disagreement expected'), ('fb_6_13a_decision', "the social services committee's decision (FB 6:13 a)"), ('unknown_custody', 'custody cannot be found out'), ('child_alone', 'the young person alone, 15 or older (SoL 21:2)')], max_length=20)),
                ('ended_at', models.DateTimeField(null=True)),
                ('consent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exceptions', to='consent.consent')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('guardian', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.guardian')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='consent_con_subject_e6e3a3_idx'), models.Index(fields=['consent'], name='consent_con_consent_41b84a_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='consentexception_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='consentexception_ended_at_goes_with_ended_by'), models.CheckConstraint(condition=models.Q(models.Q(('guardian', None), ('reason', 'child_alone')), models.Q(models.Q(('reason', 'child_alone'), _negated=True), ('guardian__isnull', False)), _connector='OR'), name='consentexception_is_about_one_guardian_or_all')],
            },
        ),
        migrations.CreateModel(
            name='ConsentAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('giver', models.CharField(choices=[('guardian', 'guardian'), ('child', 'the child'), ('third', 'a third person')], max_length=8)),
                ('third_person', models.CharField(blank=True, max_length=120)),
                ('yes', models.BooleanField()),
                ('walls', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), default=list)),
                ('how', models.CharField(choices=[('spoken', 'spoken'), ('paper', 'on paper'), ('electronic', 'with electronic identification'), ('interpreted', 'spoken, through an interpreter')], max_length=12)),
                ('answered_at', models.DateTimeField()),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('taken_back_how', models.CharField(blank=True, choices=[('spoken', 'spoken'), ('paper', 'on paper'), ('electronic', 'with electronic identification'), ('interpreted', 'spoken, through an interpreter')], max_length=12)),
                ('guardian', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.guardian')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('taken_back_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('consent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='consent.consent')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='consent_con_subject_64d311_idx'), models.Index(fields=['consent'], name='consent_con_consent_868a67_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='consentanswer_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), _connector='OR'), name='consentanswer_taken_back_at_goes_with_taken_back_by'), models.CheckConstraint(condition=models.Q(models.Q(('giver', 'guardian'), ('guardian__isnull', False)), models.Q(('giver__in', ['child', 'third']), ('guardian', None)), _connector='OR'), name='consentanswer_guardian_is_named')],
            },
        ),
        migrations.CreateModel(
            name='ExceptionBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='consent.consentexception')),
                ('because', models.TextField()),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'exception bodies',
            },
        ),
        migrations.CreateModel(
            name='AnswerBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='consent.consentanswer')),
                ('words', models.TextField()),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'answer bodies',
            },
        ),
        migrations.CreateModel(
            name='ConsentBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='consent.consent')),
                ('purpose', models.TextField()),
                ('excluded', models.TextField(blank=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'consent bodies',
            },
        ),
    )]
