"""Signs, decisions at follow-ups, closings, what is kept, and the calls afterwards."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import samling.closing.models.afterwards
from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('consent', '0002_walls'),
        ('people', '0004_ended_by'),
        ('plan', '0002_walls'),
        ('promises', '0004_taken_over'),
    ]

    operations = [
        Tables(
        migrations.CreateModel(
            name='Criterion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('voice', models.CharField(choices=[('child', 'the child'), ('guardian', 'a guardian'), ('staff', 'someone who works with the child')], max_length=8)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='criteria', to='plan.plan')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'verbose_name_plural': 'criteria',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CriterionBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='closing.criterion')),
                ('words', models.TextField()),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'criterion bodies',
            },
        ),
        migrations.CreateModel(
            name='NextDecision',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('continue', 'We go on as before'), ('change', 'We change something'), ('step_down', 'We do less, step by step'), ('close', 'We close')], max_length=9)),
                ('on', models.DateField()),
                ('next_on', models.DateField(null=True)),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NextDecisionBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='closing.nextdecision')),
                ('learnt', models.TextField(blank=True)),
                ('deciders', models.TextField(blank=True)),
                ('there', models.TextField(blank=True)),
                ('child_words', models.TextField(blank=True)),
                ('home_words', models.TextField(blank=True)),
                ('signs', models.JSONField(default=dict)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'next decision bodies',
            },
        ),
        migrations.CreateModel(
            name='Closing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, choices=[('goals', 'The goals are reached'), ('family', 'The family ends it'), ('level', 'Help goes on at another level'), ('moved', 'The child moves'), ('no_contact', 'There has been no contact for a long time')], max_length=10)),
                ('asked', models.CharField(blank=True, choices=[('done', 'The child, the home and the school have been asked'), ('some', 'Some have been asked, and the others did not want to answer'), ('declined', 'The family did not want to answer'), ('not_reached', 'They could not be reached'), ('not_begun', 'Nothing was asked at the beginning, so there is nothing to compare'), ('family_ends', 'The family has ended it: nothing more is asked')], max_length=12)),
                ('is_contact_declined', models.BooleanField(default=False)),
                ('contact_said_at', models.DateTimeField(null=True)),
                ('contact_yes', models.BooleanField(null=True)),
                ('called_off_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('back_until_on', models.DateField(null=True)),
                ('reopened_at', models.DateTimeField(null=True)),
                ('reopened_how', models.CharField(blank=True, choices=[('guardian', 'A guardian asked for it'), ('child', 'The child asked for it'), ('staff', 'Someone who works with the child saw the need'), ('work', 'Something was begun together again')], max_length=8)),
                ('called_off_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('reopened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='closing', to='closing.nextdecision')),
            ],
            options={
                'abstract': False,
            },
            bases=(samling.closing.models.afterwards.Afterwards, models.Model),
        ),
        migrations.CreateModel(
            name='ClosingBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='closing.closing')),
                ('asked_because', models.TextField(blank=True)),
                ('stays', models.TextField(blank=True)),
                ('child_words', models.TextField(blank=True)),
                ('home_words', models.TextField(blank=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'closing bodies',
            },
        ),
        migrations.CreateModel(
            name='Kept',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('closing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kept', to='closing.closing')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('promise', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='promises.promise')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'verbose_name_plural': 'kept promises',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LaterCall',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('code', models.CharField(choices=[('T3', 'after half a year'), ('T4', 'after a year')], max_length=2)),
                ('due_on', models.DateField()),
                ('outcome', models.CharField(blank=True, choices=[('talked', 'We talked'), ('no_answer', 'Nobody answered, after several tries'), ('declined', 'They did not want to talk, and that is fine')], max_length=10)),
                ('done_at', models.DateTimeField(null=True)),
                ('consent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.consent')),
                ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LaterCallBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='closing.latercall')),
                ('words', models.TextField()),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'later call bodies',
            },
        ),
        ),
        migrations.AddIndex(
            model_name='criterion',
            index=models.Index(fields=['subject', 'written_at'], name='closing_cri_subject_5802ec_idx'),
        ),
        migrations.AddIndex(
            model_name='criterion',
            index=models.Index(fields=['plan'], name='closing_cri_plan_id_0bdd12_idx'),
        ),
        migrations.AddConstraint(
            model_name='criterion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='criterion_withdrawn_at_goes_with_withdrawn_by'),
        ),
        migrations.AddConstraint(
            model_name='criterion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='criterion_ended_at_goes_with_ended_by'),
        ),
        migrations.AddIndex(
            model_name='kept',
            index=models.Index(fields=['subject', 'written_at'], name='closing_kep_subject_0f6696_idx'),
        ),
        migrations.AddConstraint(
            model_name='kept',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='kept_withdrawn_at_goes_with_withdrawn_by'),
        ),
        migrations.AddConstraint(
            model_name='kept',
            constraint=models.UniqueConstraint(fields=('closing', 'promise'), name='kept_once'),
        ),
        migrations.AddIndex(
            model_name='latercall',
            index=models.Index(fields=['subject', 'written_at'], name='closing_lat_subject_427999_idx'),
        ),
        migrations.AddIndex(
            model_name='latercall',
            index=models.Index(fields=['holder', 'done_at'], name='closing_lat_holder__2a507c_idx'),
        ),
        migrations.AddConstraint(
            model_name='latercall',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='latercall_withdrawn_at_goes_with_withdrawn_by'),
        ),
        migrations.AddConstraint(
            model_name='latercall',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', False), ('done_by__isnull', False)), models.Q(('done_at__isnull', True), ('done_by__isnull', True)), _connector='OR'), name='latercall_done_at_goes_with_done_by'),
        ),
        migrations.AddConstraint(
            model_name='latercall',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('consent', 'code'), name='latercall_once'),
        ),
        migrations.AddIndex(
            model_name='nextdecision',
            index=models.Index(fields=['subject', 'written_at'], name='closing_nex_subject_0fadf2_idx'),
        ),
        migrations.AddConstraint(
            model_name='nextdecision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='nextdecision_withdrawn_at_goes_with_withdrawn_by'),
        ),
        migrations.AddConstraint(
            model_name='nextdecision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'close'), ('next_on', None)), models.Q(models.Q(('kind', 'close'), _negated=True), ('next_on__isnull', False)), _connector='OR'), name='nextdecision_has_a_next_day'),
        ),
        migrations.AddIndex(
            model_name='closing',
            index=models.Index(fields=['subject', 'written_at'], name='closing_clo_subject_2995f9_idx'),
        ),
        migrations.AddConstraint(
            model_name='closing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='closing_withdrawn_at_goes_with_withdrawn_by'),
        ),
        migrations.AddConstraint(
            model_name='closing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('called_off_at__isnull', False), ('called_off_by__isnull', False)), models.Q(('called_off_at__isnull', True), ('called_off_by__isnull', True)), _connector='OR'), name='closing_called_off_at_goes_with_called_off_by'),
        ),
        migrations.AddConstraint(
            model_name='closing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('closed_by__isnull', False)), models.Q(('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='closing_closed_at_goes_with_closed_by'),
        ),
        migrations.AddConstraint(
            model_name='closing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reopened_at__isnull', False), ('reopened_by__isnull', False)), models.Q(('reopened_at__isnull', True), ('reopened_by__isnull', True)), _connector='OR'), name='closing_reopened_at_goes_with_reopened_by'),
        ),
        migrations.AddConstraint(
            model_name='closing',
            constraint=models.UniqueConstraint(condition=models.Q(('called_off_at', None), ('reopened_at', None), ('withdrawn_at', None)), fields=('subject',), name='closing_one_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='closing',
            constraint=models.CheckConstraint(condition=models.Q(('contact', None), ('is_contact_declined', False), _connector='OR'), name='closing_contact_or_none'),
        ),
        migrations.AddConstraint(
            model_name='closing',
            constraint=models.CheckConstraint(condition=models.Q(('called_off_at', None), ('closed_at', None), _connector='OR'), name='closing_is_over_once'),
        ),
        migrations.AddConstraint(
            model_name='closing',
            constraint=models.CheckConstraint(condition=models.Q(('reopened_at', None), ('closed_at__isnull', False), _connector='OR'), name='closing_opens_after_it_closed'),
        ),
    ]
