import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0004_ended_by'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='Analysis',
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
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('notes', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField())),
            ],
            options={
                'verbose_name_plural': 'analyses',
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='views_analy_subject_9dfa56_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='analysis_withdrawn_at_goes_with_withdrawn_by')],
            },
        ),
        migrations.CreateModel(
            name='AnalysisBody',
            fields=[
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='views.analysis')),
                ('text', models.TextField()),
            ],
            options={
                'verbose_name_plural': 'analysis bodies',
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Note',
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
                ('voice', models.CharField(max_length=8)),
                ('voice_id', models.UUIDField(null=True)),
                ('voice_name', models.CharField(max_length=80)),
                ('voice_role', models.CharField(blank=True, max_length=60)),
                ('shape', models.CharField(max_length=8)),
                ('said_on', models.DateField()),
                ('back_at', models.DateTimeField(null=True)),
                ('back_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('kind', models.CharField(choices=[('strength', 'strength'), ('worry', 'worry'), ('question', 'question')], max_length=8)),
                ('domain', models.CharField(max_length=40)),
                ('places', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=8), size=3)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='views.note')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='views_note_subject_0cfa79_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='note_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('back_at__isnull', False), ('back_by__isnull', False)), models.Q(('back_at__isnull', True), ('back_by__isnull', True)), _connector='OR'), name='note_back_at_goes_with_back_by'), models.CheckConstraint(condition=models.Q(('places__contained_by', ['child', 'school', 'home']), ('places__len__gte', 1)), name='note_lies_in_one_to_three_circles'), models.CheckConstraint(condition=models.Q(('about_person', None), ('wall__gte', 64), _connector='OR'), name='note_about_another_is_told_on_a_yes')],
            },
        ),
        migrations.CreateModel(
            name='NoteBody',
            fields=[
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='views.note')),
                ('text', models.TextField()),
                ('helps', models.TextField(blank=True)),
                ('about_name', models.CharField(blank=True, max_length=80)),
            ],
            options={
                'verbose_name_plural': 'note bodies',
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Story',
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
                ('voice', models.CharField(max_length=8)),
                ('voice_id', models.UUIDField(null=True)),
                ('voice_name', models.CharField(max_length=80)),
                ('voice_role', models.CharField(blank=True, max_length=60)),
                ('shape', models.CharField(max_length=8)),
                ('said_on', models.DateField()),
                ('back_at', models.DateTimeField(null=True)),
                ('back_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('how', models.CharField(choices=[('read_back', 'we wrote, and read it back aloud'), ('wrote', 'wrote it without help'), ('interpreted', 'we wrote, and read it back with an interpreter')], max_length=12)),
            ],
            options={
                'verbose_name_plural': 'stories',
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='views_story_subject_87dd55_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='story_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('back_at__isnull', False), ('back_by__isnull', False)), models.Q(('back_at__isnull', True), ('back_by__isnull', True)), _connector='OR'), name='story_back_at_goes_with_back_by'), models.CheckConstraint(condition=models.Q(('about_person', models.F('voice_id')), ('about_person__isnull', False), ('wall__gte', 64)), name='story_is_a_persons_own')],
            },
        ),
        migrations.CreateModel(
            name='StoryBody',
            fields=[
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='views.story')),
                ('text', models.TextField()),
            ],
            options={
                'verbose_name_plural': 'story bodies',
                'indexes': [],
                'constraints': [],
            },
        ),
    )]
