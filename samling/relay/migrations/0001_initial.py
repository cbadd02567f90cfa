"""Hand-overs."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0004_ended_by'),
    ]

    operations = [
        Tables(
        migrations.CreateModel(
            name='Relay',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('stays', models.BooleanField(default=True)),
                ('accepted_at', models.DateTimeField(null=True)),
                ('declined_at', models.DateTimeField(null=True)),
                ('accepted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('declined_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RelayBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='relay.relay')),
                ('unwritten', models.TextField(blank=True)),
                ('calls', models.CharField(blank=True, max_length=40)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'relay bodies',
            },
        ),
        ),
        migrations.AddIndex(
            model_name='relay',
            index=models.Index(fields=['subject', 'written_at'], name='relay_relay_subject_d13136_idx'),
        ),
        migrations.AddIndex(
            model_name='relay',
            index=models.Index(fields=['giver'], name='relay_relay_giver_i_0d62ab_idx'),
        ),
        migrations.AddIndex(
            model_name='relay',
            index=models.Index(fields=['receiver'], name='relay_relay_receive_4c7ac9_idx'),
        ),
        migrations.AddConstraint(
            model_name='relay',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='relay_withdrawn_at_goes_with_withdrawn_by'),
        ),
        migrations.AddConstraint(
            model_name='relay',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('accepted_at__isnull', False), ('accepted_by__isnull', False)), models.Q(('accepted_at__isnull', True), ('accepted_by__isnull', True)), _connector='OR'), name='relay_accepted_at_goes_with_accepted_by'),
        ),
        migrations.AddConstraint(
            model_name='relay',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('declined_at__isnull', False), ('declined_by__isnull', False)), models.Q(('declined_at__isnull', True), ('declined_by__isnull', True)), _connector='OR'), name='relay_declined_at_goes_with_declined_by'),
        ),
        migrations.AddConstraint(
            model_name='relay',
            constraint=models.CheckConstraint(condition=models.Q(('giver', models.F('receiver')), _negated=True), name='relay_is_between_two'),
        ),
    ]
