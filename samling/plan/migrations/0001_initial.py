import uuid

import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('journey', '0003_coordination'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='Plan',
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
                ('kind', models.CharField(choices=[('school', "a plan of the school's own"), ('joint', 'a joint plan'), ('sip', 'a coordinated individual plan (SIP)')], max_length=6)),
                ('accountable', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('review_on', models.DateField()),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='plan_plan_subject_966aac_idx'), models.Index(fields=['review_on'], name='plan_plan_review__adc678_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='plan_withdrawn_at_goes_with_withdrawn_by'), models.UniqueConstraint(fields=('subject',), name='plan_one_for_each_journey')],
            },
        ),
        migrations.CreateModel(
            name='Wording',
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
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='plan.plan')),
                ('line_id', models.UUIDField()),
                ('number', models.PositiveSmallIntegerField()),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='plan_wordin_subject_b0b860_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='wording_withdrawn_at_goes_with_withdrawn_by'), models.UniqueConstraint(fields=('line_id', 'number'), name='wording_each_number_once')],
            },
        ),
        migrations.CreateModel(
            name='WordingBody',
            fields=[
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='plan.wording')),
                ('said', models.JSONField()),
            ],
            options={
                'verbose_name_plural': 'wording bodies',
            },
        ),
        migrations.CreateModel(
            name='Goal',
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
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='goals', to='plan.plan')),
                ('voice', models.CharField(choices=[('child', 'the child'), ('guardian', 'a guardian'), ('staff', 'someone who works with the child')], max_length=8)),
                ('said_on', models.DateField()),
                ('baseline', models.SmallIntegerField(default=-1)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='plan_goal_subject_ef8727_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='goal_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='goal_ended_at_goes_with_ended_by'), models.CheckConstraint(condition=models.Q(('baseline__in', (-2, -1))), name='goal_begins_below')],
            },
        ),
        migrations.CreateModel(
            name='GoalBody',
            fields=[
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='plan.goal')),
                ('words', models.TextField()),
                ('name', models.CharField(max_length=80)),
            ],
            options={
                'verbose_name_plural': 'goal bodies',
            },
        ),
        migrations.CreateModel(
            name='GoalMark',
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
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='plan.goal')),
                ('level', models.SmallIntegerField()),
                ('voice', models.CharField(choices=[('child', 'the child'), ('guardian', 'a guardian'), ('staff', 'someone who works with the child')], max_length=8)),
                ('on', models.DateField()),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='plan_goalma_subject_8bad02_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='goalmark_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(('level__gte', -2), ('level__lte', 2)), name='goalmark_is_on_the_scale')],
            },
        ),
    )]
