import uuid

import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('promises', '0002_walls'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='PlanVersion',
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
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='plan.plan')),
                ('number', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('school', "a plan of the school's own"), ('joint', 'a joint plan'), ('sip', 'a coordinated individual plan (SIP)')], max_length=6)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='papers_plan_subject_e675bd_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='planversion_withdrawn_at_goes_with_withdrawn_by'), models.UniqueConstraint(fields=('plan', 'number'), name='planversion_each_number_once')],
            },
        ),
        migrations.CreateModel(
            name='PlanVersionBody',
            fields=[
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='papers.planversion')),
                ('told', models.JSONField()),
            ],
            options={
                'verbose_name_plural': 'plan version bodies',
            },
        ),
        migrations.CreateModel(
            name='Acknowledgement',
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
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acknowledged', to='papers.planversion')),
                ('guardian', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.guardian')),
                ('who', models.CharField(max_length=120)),
                ('stance', models.CharField(choices=[('agrees', 'has read it and agrees'), ('partly', 'has read it and agrees in part'), ('no', 'has read it and does not agree')], max_length=6)),
                ('how', models.CharField(choices=[('spoken', 'in words'), ('paper', 'on paper')], max_length=6)),
                ('heard_on', models.DateField()),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='papers_ackn_subject_02e3d9_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='acknowledgement_withdrawn_at_goes_with_withdrawn_by')],
            },
        ),
        migrations.CreateModel(
            name='SentCopy',
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
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='papers.planversion')),
                ('party', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='journey.party')),
                ('to', models.CharField(max_length=120)),
                ('how', models.CharField(choices=[('paper', 'on paper'), ('secure', 'by secure message'), ('hand', 'by hand')], max_length=6)),
                ('sent_on', models.DateField()),
                ('receipt_on', models.DateField(null=True)),
                ('receipt_at', models.DateTimeField(null=True)),
                ('receipt_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'verbose_name_plural': 'sent copies',
                'abstract': False,
                'indexes': [models.Index(fields=['subject', 'written_at'], name='papers_sent_subject_75cec3_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='sentcopy_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('receipt_at__isnull', False), ('receipt_by__isnull', False)), models.Q(('receipt_at__isnull', True), ('receipt_by__isnull', True)), _connector='OR'), name='sentcopy_receipt_at_goes_with_receipt_by'), models.CheckConstraint(condition=models.Q(('receipt_on', None), ('receipt_on__gte', models.F('sent_on')), _connector='OR'), name='sentcopy_arrives_after_it_is_sent')],
            },
        ),
    )]
