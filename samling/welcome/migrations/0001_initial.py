import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('consent', '0002_walls'),
        ('referral', '0002_walls'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='InfoMeeting',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('written_at', models.DateTimeField()),
                ('for_guardians', models.CharField(choices=[('yes', 'guardians may read'), ('no', 'not for guardians'), ('child_decides', 'the child decides')], default='yes', max_length=14)),
                ('for_guardians_because', models.CharField(blank=True, max_length=40)),
                ('for_child', models.BooleanField(default=False)),
                ('about_person', models.UUIDField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('due_on', models.DateField()),
                ('starts_at', models.DateTimeField(null=True)),
                ('needs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('interpreter', 'an interpreter'), ('evening', 'a time in the evening'), ('short', 'a short meeting'), ('video', 'by video or telephone'), ('near', 'near home'), ('neutral', 'not at school'), ('childcare', 'someone to look after siblings'), ('ride', 'a ride there'), ('support', 'someone to come along')], max_length=12), default=list)),
                ('text_version', models.CharField(blank=True, max_length=20)),
                ('held_at', models.DateTimeField(null=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('referral', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='meeting', to='referral.referral')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('consent', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.consent')),
                ('held_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'indexes': [models.Index(fields=['subject', 'written_at'], name='welcome_inf_subject_7b204c_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='infomeeting_withdrawn_at_goes_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('held_at__isnull', False), ('held_by__isnull', False)), models.Q(('held_at__isnull', True), ('held_by__isnull', True)), _connector='OR'), name='infomeeting_held_at_goes_with_held_by'), models.CheckConstraint(condition=models.Q(models.Q(('consent', None), ('held_at', None)), models.Q(('held_at__isnull', False), ('text_version__gt', '')), _connector='OR'), name='infomeeting_is_held_with_words_and_a_question')],
            },
        ),
        migrations.CreateModel(
            name='InfoMeetingBody',
            fields=[
                ('wall', models.IntegerField()),
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='body', serialize=False, to='welcome.infomeeting')),
                ('place', models.CharField(blank=True, max_length=200)),
                ('words', models.TextField(blank=True)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
            ],
            options={
                'verbose_name_plural': 'info meeting bodies',
            },
        ),
    )]
