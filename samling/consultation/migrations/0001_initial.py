import uuid

import django.db.models.deletion
from django.db import migrations, models

from samling.records.migrations import Tables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0003_settings'),
    ]

    operations = [Tables(
        migrations.CreateModel(
            name='Consultation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('age_band', models.CharField(choices=[('0-5', '0–5 years'), ('6-9', '6–9 years'), ('10-12', '10–12 years'), ('13-15', '13–15 years'), ('16-17', '16–17 years'), ('18-20', '18–20 years')], max_length=6)),
                ('area', models.CharField(choices=[('school', 'School or preschool'), ('home', 'Life at home'), ('health', 'How the child feels'), ('friends', 'Friends and free time'), ('other', 'Something else')], max_length=8)),
                ('written_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('to_unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'indexes': [models.Index(fields=['to_unit', 'written_at'], name='consultatio_to_unit_68ca41_idx'), models.Index(fields=['written_by'], name='consultatio_written_26e0ed_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('written_at__isnull', False), ('written_by__isnull', False)), models.Q(('written_at__isnull', True), ('written_by__isnull', True)), _connector='OR'), name='consultation_written_at_goes_with_written_by'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('closed_by__isnull', False)), models.Q(('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='consultation_closed_at_goes_with_closed_by')],
            },
        ),
        migrations.CreateModel(
            name='Utterance',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('written_at', models.DateTimeField()),
                ('text', models.TextField()),
                ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='utterances', to='consultation.consultation')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
            options={
                'indexes': [models.Index(fields=['consultation', 'written_at'], name='consultatio_consult_1e5f71_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('written_at__isnull', False), ('written_by__isnull', False)), models.Q(('written_at__isnull', True), ('written_by__isnull', True)), _connector='OR'), name='utterance_written_at_goes_with_written_by')],
            },
        ),
    )]
