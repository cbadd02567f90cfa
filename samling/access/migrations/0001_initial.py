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
            name='Seal',
            fields=[
                ('number', models.BigIntegerField(primary_key=True, serialize=False)),
                ('upto_tx', models.BigIntegerField()),
                ('upto_position', models.BigIntegerField()),
                ('looks', models.IntegerField()),
                ('head', models.BinaryField()),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='SecurityEvent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(max_length=20)),
                ('errand', models.CharField(max_length=60)),
                ('person_id', models.UUIDField(null=True)),
                ('capacity_id', models.UUIDField(null=True)),
                ('record_id', models.UUIDField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Ground',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('walls', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField())),
                ('basis', models.CharField(choices=[('consent', 'consent (OSL 10:1, 12:2)'), ('harm_test', 'harm test'), ('general_clause', 'general clause (OSL 10:27)'), ('osl_25_12', 'necessary support, from health care (OSL 25:12)'), ('osl_25_13a', 'necessary support, from school health (OSL 25:13 a)'), ('osl_26_9', 'necessary care or support, from social services (OSL 26:9)'), ('duty', 'duty to disclose (OSL 10:28)'), ('need_to_know', 'same activity, needed for the work'), ('other_law', 'other law'), ('break_glass', 'emergency opening')], max_length=16)),
                ('paragraph', models.CharField(blank=True, max_length=60)),
                ('because', models.CharField(max_length=400)),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('to_branch', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.branch')),
                ('to_capacity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('to_unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['subject'], name='access_grou_subject_169b2f_idx'), models.Index(fields=['to_capacity'], name='access_grou_to_capa_35704b_idx'), models.Index(fields=['to_unit'], name='access_grou_to_unit_7c2c5f_idx'), models.Index(fields=['to_branch'], name='access_grou_to_bran_c019d5_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='ground_runs_forward'), models.CheckConstraint(condition=models.Q(models.Q(('to_branch', None), ('to_capacity__isnull', False), ('to_unit', None)), models.Q(('to_branch', None), ('to_capacity', None), ('to_unit__isnull', False)), models.Q(('to_branch__isnull', False), ('to_capacity', None), ('to_unit', None)), _connector='OR'), name='ground_has_one_recipient')],
            },
        ),
        migrations.CreateModel(
            name='Disclosure',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('record_id', models.UUIDField(null=True)),
                ('since_at', models.DateTimeField(null=True)),
                ('made_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('ground', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disclosures', to='access.ground')),
            ],
            options={
                'indexes': [models.Index(fields=['ground'], name='access_disc_ground__c231bc_idx'), models.Index(fields=['subject'], name='access_disc_subject_d6bf5f_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='disclosure_ended_at_goes_with_ended_by'), models.CheckConstraint(condition=models.Q(models.Q(('record_id', None), ('since_at__isnull', False)), models.Q(('record_id__isnull', False), ('since_at', None)), _connector='OR'), name='disclosure_of_a_record_or_a_category')],
            },
        ),
        migrations.CreateModel(
            name='GroundConsent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('consent_id', models.UUIDField()),
                ('ground', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rests_on', to='access.ground')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'indexes': [models.Index(fields=['ground'], name='access_grou_ground__baad99_idx'), models.Index(fields=['consent_id'], name='access_grou_consent_957a57_idx')],
            },
        ),
        migrations.CreateModel(
            name='JointTeam',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('name', models.CharField(max_length=120)),
                ('decision', models.CharField(max_length=200)),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='jointteam_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='JointMember',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('capacity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='access.jointteam')),
            ],
            options={
                'indexes': [models.Index(fields=['capacity'], name='access_join_capacit_7cefed_idx'), models.Index(fields=['team'], name='access_join_team_id_2fd3fb_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='jointmember_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(max_length=10)),
                ('errand', models.CharField(max_length=60)),
                ('person_id', models.UUIDField()),
                ('capacity_id', models.UUIDField(null=True)),
                ('subject_id', models.UUIDField(null=True)),
                ('walls', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), default=list)),
                ('assignment_id', models.UUIDField(null=True)),
                ('ground_ids', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list)),
                ('shown', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list)),
            ],
            options={
                'indexes': [models.Index(fields=['capacity_id', 'at'], name='access_look_capacit_bc0a67_idx'), models.Index(fields=['subject_id', 'at'], name='access_look_subject_53707a_idx')],
            },
        ),
        migrations.CreateModel(
            name='ProtectedReader',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('capacity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'indexes': [models.Index(fields=['subject', 'capacity'], name='access_prot_subject_e2448e_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='protectedreader_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('walls', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField())),
                ('reach', models.CharField(choices=[('full', 'works with the child'), ('writer', 'may write, and read what she wrote')], default='full', max_length=6)),
                ('because', models.CharField(max_length=200)),
                ('capacity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='people.capacity')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['capacity'], name='access_assi_capacit_b9d3c8_idx'), models.Index(fields=['unit'], name='access_assi_unit_id_5cb6e2_idx'), models.Index(fields=['subject'], name='access_assi_subject_5b7ab6_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='assignment_runs_forward'), models.CheckConstraint(condition=models.Q(models.Q(('capacity', None), ('unit__isnull', False)), models.Q(('capacity__isnull', False), ('unit', None)), _connector='OR'), name='assignment_to_a_capacity_or_a_unit')],
            },
        ),
    )]
