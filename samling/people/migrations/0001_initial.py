import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='Subject',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('child', 'Child'), ('journey', 'Journey')], max_length=8)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('municipality', 'municipality'), ('region', 'region'), ('private', 'private provider')], max_length=12)),
                ('name', models.CharField(max_length=120)),
                ('municipality_code', models.CharField(blank=True, max_length=4)),
                ('county_code', models.CharField(max_length=2)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('given_name', models.CharField(max_length=80)),
                ('family_name', models.CharField(max_length=80)),
                ('sort_key', models.CharField(max_length=200)),
                ('is_staff_member', models.BooleanField(default=True)),
            ],
            options={
                'verbose_name_plural': 'people',
            },
        ),
        migrations.CreateModel(
            name='Throttle',
            fields=[
                ('name_hash', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('value', models.JSONField()),
                ('expires_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='Account',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail address')),
                ('person_id', models.UUIDField(blank=True, db_index=True, null=True)),
                ('is_active', models.BooleanField(default=True)),
                ('disabled_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower(models.F('email')))), name='account_email_is_lower_case'), models.CheckConstraint(condition=models.Q(models.Q(('disabled_at', None), ('is_active', True)), models.Q(('disabled_at__isnull', False), ('is_active', False)), _connector='OR'), name='account_disabled_has_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Branch',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField(unique=True)),
                ('name', models.CharField(max_length=120)),
                ('domain', models.CharField(choices=[('school', 'school'), ('private_school', 'private_school'), ('school_medical', 'school_medical'), ('social', 'social'), ('health', 'health'), ('report', 'report'), ('none', 'none')], max_length=16)),
                ('hangs_on', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hanging', to='people.branch')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='branches', to='people.organisation')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('number__gte', 1), ('number__lte', 30000)), name='branch_number_leaves_zero_to_the_shared_space')],
            },
        ),
        migrations.CreateModel(
            name='IdentityNumber',
            fields=[
                ('owner_id', models.UUIDField(primary_key=True, serialize=False)),
                ('number', models.CharField(max_length=12)),
                ('branch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.branch')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'indexes': [models.Index(fields=['branch', 'number'], name='people_iden_branch__0a45d1_idx')],
            },
        ),
        migrations.CreateModel(
            name='RoleRight',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('role', models.CharField(max_length=32)),
                ('domain', models.CharField(max_length=16)),
                ('categories', django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField())),
                ('leaning', django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField())),
                ('by_decision', django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField())),
                ('whole_unit', django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField())),
                ('may_hold_children', models.BooleanField()),
                ('may_approve', models.BooleanField()),
                ('may_assign', models.BooleanField()),
                ('may_decide_exceptions', models.BooleanField()),
                ('needs_second_approval', models.BooleanField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('role', 'domain', 'from_at'), name='roleright_once_per_period'), models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='roleright_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('key_hash', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('number', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('person_id', models.UUIDField(null=True)),
                ('capacity_id', models.UUIDField(null=True)),
                ('kind', models.CharField(choices=[('staff', 'staff'), ('guardian', 'guardian'), ('self', 'the child')], default='staff', max_length=8)),
                ('device', models.CharField(blank=True, max_length=60)),
                ('started_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField()),
                ('strong_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('expire_date', models.DateTimeField(db_index=True)),
                ('session_data', models.TextField()),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['staff', 'guardian', 'self'])), name='session_kind_is_known'), models.CheckConstraint(condition=models.Q(('capacity_id', None), ('person_id__isnull', False), _connector='OR'), name='session_capacity_needs_a_person')],
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('school', 'school'), ('preschool', 'preschool'), ('team', 'team'), ('office', 'office')], max_length=12)),
                ('name', models.CharField(max_length=120)),
                ('code', models.CharField(blank=True, max_length=20)),
                ('municipality_code', models.CharField(max_length=4)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('hours', models.CharField(blank=True, max_length=80)),
                ('branch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units', to='people.branch')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Capacity',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('role', models.CharField(max_length=32)),
                ('title', models.CharField(blank=True, max_length=80)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('given_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='capacities', to='people.person')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='capacities', to='people.unit')),
            ],
            options={
                'verbose_name_plural': 'capacities',
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='capacity_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='Guardian',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('wall', models.IntegerField()),
                ('given_name', models.CharField(max_length=80)),
                ('family_name', models.CharField(blank=True, max_length=80)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('language', models.CharField(default='sv', max_length=8)),
                ('interpreter', models.CharField(blank=True, max_length=40)),
                ('written_at', models.DateTimeField()),
                ('custody', models.CharField(choices=[('joint', 'joint custody'), ('sole', 'sole custody'), ('appointed', 'specially appointed guardian'), ('none', 'parent without custody'), ('unknown', 'custody not known yet')], default='unknown', max_length=10)),
                ('custody_evidence', models.CharField(blank=True, max_length=120)),
                ('verified_on', models.DateField(blank=True, null=True)),
                ('relation', models.CharField(blank=True, max_length=40)),
                ('safe_phone', models.CharField(blank=True, max_length=40)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('contact_rule', models.CharField(blank=True, max_length=200)),
                ('person_id', models.UUIDField(blank=True, null=True)),
                ('identity_key', models.BinaryField(blank=True, max_length=32, null=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='people.subject')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject'], name='people_guar_subject_31f103_idx'), models.Index(fields=['identity_key'], name='people_guar_identit_ba441d_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='guardian_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='Protection',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('form', models.CharField(choices=[('marked', 'confidentiality marking'), ('registered', 'protected population registration'), ('off_system', 'kept outside the system')], max_length=12)),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('guardian', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.guardian')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'indexes': [models.Index(fields=['subject'], name='people_prot_subject_33e871_idx'), models.Index(fields=['guardian'], name='people_prot_guardia_cab64f_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='protection_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='SignificantAdult',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('wall', models.IntegerField()),
                ('given_name', models.CharField(max_length=80)),
                ('family_name', models.CharField(blank=True, max_length=80)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('language', models.CharField(default='sv', max_length=8)),
                ('interpreter', models.CharField(blank=True, max_length=40)),
                ('written_at', models.DateTimeField()),
                ('relation', models.CharField(max_length=60)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='people.subject')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='significantadult_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='RosterEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('group', models.CharField(max_length=20)),
                ('given_name', models.CharField(max_length=80)),
                ('family_name', models.CharField(max_length=80)),
                ('sort_key', models.CharField(max_length=200)),
                ('birth_year', models.PositiveSmallIntegerField()),
                ('mentor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roster', to='people.unit')),
            ],
            options={
                'verbose_name_plural': 'roster entries',
            },
        ),
        migrations.CreateModel(
            name='Child',
            fields=[
                ('subject', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='child', serialize=False, to='people.subject')),
                ('wall', models.IntegerField()),
                ('given_name', models.CharField(max_length=80)),
                ('family_name', models.CharField(max_length=80)),
                ('called', models.CharField(blank=True, max_length=80)),
                ('sort_key', models.CharField(max_length=200)),
                ('born_on', models.DateField(blank=True, null=True)),
                ('birth_year', models.PositiveSmallIntegerField()),
                ('group', models.CharField(blank=True, max_length=20)),
                ('home_municipality', models.CharField(blank=True, max_length=4)),
                ('language', models.CharField(default='sv', max_length=8)),
                ('person_id', models.UUIDField(blank=True, null=True)),
                ('opened_at', models.DateTimeField()),
                ('branch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.branch')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('roster', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.rosterentry')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
            ],
            options={
                'verbose_name_plural': 'children',
                'indexes': [models.Index(fields=['unit'], name='people_chil_unit_id_286068_idx'), models.Index(fields=['sort_key'], name='people_chil_sort_ke_c2ab9f_idx')],
            },
        ),
    )]
