import uuid

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('checklist', '0002_walls'),
        ('people', '0001_initial'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='Adaptation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('code', models.CharField(blank=True, max_length=40)),
                ('place', models.CharField(choices=[('all_day', 'The whole day'), ('lesson', 'In lessons'), ('break', 'In breaks'), ('meal', 'At meals'), ('change', 'When something changes'), ('morning', 'In the morning'), ('leisure', 'After school'), ('home', 'At home')], default='all_day', max_length=8)),
                ('starts_on', models.DateField()),
                ('evaluate_on', models.DateField(null=True)),
                ('row', models.CharField(blank=True, max_length=40)),
                ('ended_at', models.DateTimeField(null=True)),
                ('checklist', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='checklist.checklist')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='adaptations_subject_3cb3d0_idx'), models.Index(fields=['evaluate_on'], name='adaptations_evaluat_fe5c28_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='adaptation_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='adaptation_ended_at_goes_with_ended_by'), models.CheckConstraint(condition=models.Q(('evaluate_on', None), ('evaluate_on__gte', models.F('starts_on')), _connector='OR'), name='adaptation_is_asked_about_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='Evaluation',
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
                ('voice', models.CharField(choices=[('school', 'The school'), ('child', 'The child'), ('guardian', 'A guardian')], max_length=8)),
                ('adaptation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluations', to='adaptations.adaptation')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='adaptations_subject_628a34_idx'), models.Index(fields=['adaptation', 'written_at'], name='adaptations_adaptat_f11048_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='evaluation_withdrawn_at_goes_with_withdrawn_by')],
            },
        ),
        migrations.CreateModel(
            name='SpecialSupport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('inquiry_on', models.DateField(null=True)),
                ('kind', models.CharField(blank=True, max_length=20)),
                ('decided_on', models.DateField(null=True)),
                ('from_on', models.DateField(null=True)),
                ('until_on', models.DateField(null=True)),
                ('evaluate_on', models.DateField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'verbose_name_plural': 'special support',
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='adaptations_subject_cd8d20_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='specialsupport_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='specialsupport_ended_at_goes_with_ended_by'), models.CheckConstraint(condition=models.Q(('inquiry_on__isnull', False), ('decided_on__isnull', False), _connector='OR'), name='specialsupport_is_an_inquiry_or_a_decision'), models.CheckConstraint(condition=models.Q(models.Q(('decided_by', None), ('decided_on', None), ('kind', '')), models.Q(('decided_by__isnull', False), ('decided_on__isnull', False), ('kind__gt', '')), _connector='OR'), name='specialsupport_is_decided_whole'), models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='specialsupport_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='CountedChild',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=40)),
                ('helped', models.BooleanField()),
                ('is_shared', models.BooleanField(default=False)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'counted children',
                'constraints': [models.UniqueConstraint(fields=('organisation', 'subject', 'code'), name='countedchild_once')],
            },
        ),
        migrations.CreateModel(
            name='EvaluationBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='adaptations.evaluation')),
                ('text', models.TextField(blank=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'evaluation bodies',
            },
        ),
        migrations.CreateModel(
            name='HelpedCount',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('term_on', models.DateField()),
                ('code', models.CharField(max_length=40)),
                ('stage', models.CharField(max_length=10)),
                ('children', models.PositiveIntegerField()),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('children__gte', 5)), name='helpedcount_hides_each_child')],
            },
        ),
        migrations.CreateModel(
            name='HelpedShare',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('term_on', models.DateField()),
                ('code', models.CharField(max_length=40)),
                ('children', models.PositiveIntegerField()),
                ('least', models.PositiveIntegerField()),
                ('most', models.PositiveIntegerField()),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('children__gte', 10), models.Q(models.Q(('least', models.F('most')), ('least__gte', 5), ('least__lte', django.db.models.expressions.CombinedExpression(models.F('children'), '-', models.Value(5)))), models.Q(('least', 0), ('most', 4)), models.Q(('least', django.db.models.expressions.CombinedExpression(models.F('children'), '-', models.Value(4))), ('most', models.F('children'))), _connector='OR')), name='helpedshare_hides_each_child')],
            },
        ),
        migrations.CreateModel(
            name='PublishedTerm',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('term_on', models.DateField()),
                ('published_at', models.DateTimeField()),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation', 'term_on'), name='publishedterm_once')],
            },
        ),
        migrations.CreateModel(
            name='SpecialSupportBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='adaptations.specialsupport')),
                ('inquiry', models.TextField(blank=True)),
                ('decision', models.TextField(blank=True)),
                ('where_kept', models.CharField(blank=True, max_length=120)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'special support bodies',
            },
        ),
        migrations.CreateModel(
            name='AdaptationBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='adaptations.adaptation')),
                ('own', models.CharField(blank=True, max_length=200)),
                ('how', models.TextField(blank=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'adaptation bodies',
            },
        ),
    )]
