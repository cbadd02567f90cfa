import uuid

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
            name='Duty',
            fields=[
                ('code', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('slot_at', models.DateTimeField()),
                ('done_at', models.DateTimeField()),
            ],
            options={
                'verbose_name_plural': 'duties',
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=40)),
                ('record_id', models.UUIDField()),
                ('entrusted_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('token_hash', models.CharField(blank=True, max_length=64)),
                ('token_until_at', models.DateTimeField(null=True)),
                ('done_at', models.DateTimeField(null=True)),
                ('failed_at', models.DateTimeField(null=True)),
                ('why', models.CharField(blank=True, max_length=10)),
                ('entrusted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('token_hash', ''), _negated=True), fields=['token_hash'], name='task_by_token')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__regex', '^[a-z][a-z0-9_-]{1,39}$')), name='task_kind_is_a_code'), models.CheckConstraint(condition=models.Q(('done_at', None), ('failed_at', None), _connector='OR'), name='task_is_done_or_failed')],
            },
        ),
        migrations.CreateModel(
            name='Progress',
            fields=[
                ('task', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='progress', serialize=False, to='work.task')),
                ('passed', models.IntegerField()),
                ('whole', models.IntegerField()),
            ],
            options={
                'verbose_name_plural': 'progress',
            },
        ),
        migrations.CreateModel(
            name='Limit',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('code', models.CharField(max_length=40)),
                ('value', models.IntegerField()),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['code'], name='work_limit_code_6d4136_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='limit_runs_forward')],
            },
        ),
    )]
