import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='AbsenceInquiry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('opened_on', models.DateField()),
                ('due_on', models.DateField()),
                ('because', models.CharField(choices=[('repeated', 'repeated absence'), ('long', 'longer absence'), ('ladder', 'a step of the ladder was reached'), ('asked', 'the pupil or the home asked for it')], max_length=8)),
                ('together', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('pupil', 'the pupil'), ('guardians', 'the guardians'), ('student_health', 'student health'), ('teachers', 'the teachers'), ('others', 'others')], max_length=14), default=list)),
                ('is_guest', models.BooleanField(default=False)),
                ('told_on', models.DateField(null=True)),
                ('done_on', models.DateField(null=True)),
                ('reported_on', models.DateField(null=True)),
                ('home_told_on', models.DateField(null=True)),
                ('changed_at', models.DateTimeField(null=True)),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'verbose_name_plural': 'absence inquiries',
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='attendance__subject_0d94bb_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='absenceinquiry_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('changed_at__isnull', False), ('changed_by__isnull', False)), models.Q(('changed_at__isnull', True), ('changed_by__isnull', True)), _connector='OR'), name='absenceinquiry_changed_at_goes_with_changed_by')],
            },
        ),
        migrations.CreateModel(
            name='AttendanceWeek',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('week_on', models.DateField()),
                ('scheduled', models.PositiveSmallIntegerField()),
                ('valid', models.PositiveSmallIntegerField(default=0)),
                ('invalid', models.PositiveSmallIntegerField(default=0)),
                ('late', models.PositiveSmallIntegerField(null=True)),
                ('source', models.CharField(choices=[('hand', 'written by hand'), ('file', 'read in from a file')], default='hand', max_length=4)),
                ('replaced_at', models.DateTimeField(null=True)),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('replaced_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('replaces', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replacement', to='attendance.attendanceweek')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='attendance__subject_d545a9_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='attendanceweek_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('replaced_at__isnull', False), ('replaced_by__isnull', False)), models.Q(('replaced_at__isnull', True), ('replaced_by__isnull', True)), _connector='OR'), name='attendanceweek_replaced_at_goes_with_replaced_by'), models.UniqueConstraint(condition=models.Q(('replaced_at', None), ('withdrawn_at', None)), fields=('subject', 'wall', 'week_on'), name='attendanceweek_one_counts'), models.CheckConstraint(condition=models.Q(('week_on__iso_week_day', 1)), name='attendanceweek_begins_on_monday'), models.CheckConstraint(condition=models.Q(('scheduled__gte', django.db.models.expressions.CombinedExpression(models.F('valid'), '+', models.F('invalid')))), name='attendanceweek_adds_up')],
            },
        ),
        migrations.CreateModel(
            name='AttendanceFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('weeks', 'Weeks'), ('days', 'Days')], max_length=5)),
                ('digest', models.CharField(max_length=64)),
                ('columns', models.JSONField()),
                ('rows', models.PositiveIntegerField()),
                ('written_at', models.DateTimeField()),
                ('applied_at', models.DateTimeField(null=True)),
                ('cancelled_at', models.DateTimeField(null=True)),
                ('forgotten_at', models.DateTimeField(null=True)),
                ('receipt', models.JSONField(default=dict)),
                ('applied_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('cancelled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'indexes': [models.Index(fields=['written_by', 'written_at'], name='attendance__written_d9e425_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('written_at__isnull', False), ('written_by__isnull', False)), models.Q(('written_at__isnull', True), ('written_by__isnull', True)), _connector='OR'), name='attendancefile_written_at_goes_with_written_by'), models.CheckConstraint(condition=models.Q(models.Q(('applied_at__isnull', False), ('applied_by__isnull', False)), models.Q(('applied_at__isnull', True), ('applied_by__isnull', True)), _connector='OR'), name='attendancefile_applied_at_goes_with_applied_by'), models.CheckConstraint(condition=models.Q(models.Q(('cancelled_at__isnull', False), ('cancelled_by__isnull', False)), models.Q(('cancelled_at__isnull', True), ('cancelled_by__isnull', True)), _connector='OR'), name='attendancefile_cancelled_at_goes_with_cancelled_by')],
            },
        ),
        migrations.CreateModel(
            name='AttendancePattern',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='attendance.attendanceweek')),
                ('cells', models.JSONField(default=list)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ColumnMap',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('fingerprint', models.CharField(max_length=64)),
                ('columns', models.JSONField()),
                ('written_at', models.DateTimeField()),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'fingerprint'], name='attendance__organis_9d5439_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('written_at__isnull', False), ('written_by__isnull', False)), models.Q(('written_at__isnull', True), ('written_by__isnull', True)), _connector='OR'), name='columnmap_written_at_goes_with_written_by')],
            },
        ),
        migrations.CreateModel(
            name='FilePart',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('first_row', models.PositiveIntegerField()),
                ('size', models.PositiveIntegerField()),
                ('lines', models.JSONField(default=list)),
                ('problems', models.JSONField(default=list)),
                ('unknown', models.PositiveIntegerField(default=0)),
                ('checked_at', models.DateTimeField(null=True)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='attendance.attendancefile')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('file', 'number'), name='filepart_comes_once')],
            },
        ),
        migrations.CreateModel(
            name='LadderStep',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('title_sv', models.CharField(max_length=120)),
                ('title_en', models.CharField(blank=True, max_length=120)),
                ('does_sv', models.CharField(max_length=300)),
                ('does_en', models.CharField(blank=True, max_length=300)),
                ('triggers', models.JSONField(default=list)),
                ('role', models.CharField(blank=True, max_length=30)),
                ('days', models.PositiveSmallIntegerField(default=0)),
                ('is_inquiry', models.BooleanField(default=False)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'number'], name='attendance__organis_415e6e_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='ladderstep_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='AbsenceInquiryBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='attendance.absenceinquiry')),
                ('why', models.TextField()),
                ('outcome', models.TextField(blank=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'absence inquiry bodies',
            },
        ),
    )]
