import uuid

import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('consent', '0002_walls'),
        ('plan', '0002_walls'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='Promise',
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
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='plan.plan')),
                ('goal', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='plan.goal')),
                ('made_as', models.CharField(choices=[('staff', 'a colleague'), ('guardian', 'a guardian'), ('child', 'the child'), ('outside', 'someone outside Samling'), ('adult', 'another adult')], max_length=8)),
                ('side', models.CharField(choices=[('child', 'The child'), ('home', 'Home'), ('school', 'School'), ('social', 'Social services'), ('health', 'Health care')], max_length=6)),
                ('maker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('guardian', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.guardian')),
                ('party', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='journey.party')),
                ('who', models.CharField(max_length=120)),
                ('level', models.CharField(choices=[('individual', 'for this child'), ('group', 'for a group'), ('school', 'for the whole school')], max_length=10)),
                ('nature', models.CharField(choices=[('teaching', 'Teaching and ways of working'), ('setting', 'Rooms, times and who is there'), ('talk', 'Talks'), ('routine', 'Routines at home'), ('practical', 'Practical help'), ('activity', 'Activities and friends'), ('look_into', 'Finding something out'), ('care', 'Care and treatment'), ('message', 'Taking word between those who help')], max_length=9)),
                ('rhythm', models.CharField(choices=[('once', 'once'), ('daily', 'every day'), ('twice_weekly', 'twice a week'), ('weekly', 'every week'), ('fortnightly', 'every other week'), ('monthly', 'every month'), ('needed', 'when it is needed')], max_length=13)),
                ('starts_on', models.DateField()),
                ('until_on', models.DateField()),
                ('gathering_id', models.UUIDField(null=True)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='promises_pr_subject_1ba7bd_idx'), models.Index(fields=['plan'], name='promises_pr_plan_id_35c8d4_idx'), models.Index(fields=['maker'], name='promises_pr_maker_i_307465_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='promise_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('made_as', 'staff'), ('maker__isnull', False)), models.Q(models.Q(('made_as', 'staff'), _negated=True), ('maker', None)), _connector='OR'), name='promise_names_its_maker'), models.CheckConstraint(condition=models.Q(('made_as__in', ('guardian', 'child')), ('nature', 'message'), _negated=True), name='promise_of_a_family_carries_no_message'), models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('starts_on'))), name='promise_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='PromiseWord',
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
                ('promise', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='words', to='promises.promise')),
                ('word', models.CharField(choices=[('yes', 'Yes, it is a promise'), ('no', 'No, it cannot be promised'), ('going', 'It is going on'), ('done', 'It is done'), ('no_help', 'It was done, and did not help'), ('swap', 'There is no time for it: someone else, or something else'), ('let_go', 'We let it go')], max_length=8)),
                ('how', models.CharField(choices=[('self', 'signed in'), ('link', "by a link of one's own"), ('spoken', 'in words'), ('paper', 'on paper')], max_length=6)),
                ('heard_on', models.DateField()),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='promises_pr_subject_54eafa_idx'), models.Index(fields=['promise', 'written_at'], name='promises_pr_promise_38365c_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='promiseword_withdrawn_at_goes_with_withdrawn_by')],
            },
        ),
        migrations.CreateModel(
            name='PromiseWordBody',
            fields=[
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='promises.promiseword')),
                ('text', models.TextField()),
            ],
            options={
                'verbose_name_plural': 'promise word bodies',
            },
        ),
        migrations.CreateModel(
            name='PromiseLink',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('promise', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='promises.promise')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('made_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['promise'], name='promises_pr_promise_0fbf22_idx')],
            },
        ),
    )]
