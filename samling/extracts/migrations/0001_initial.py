import uuid

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
            name='Request',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wall', models.IntegerField()),
                ('kind', models.CharField(choices=[('own', 'the child’s own data (GDPR 15)'), ('public', 'public documents (TF 2)')], max_length=6)),
                ('asker', models.CharField(choices=[('guardian', 'a guardian'), ('young', 'the child herself or himself'), ('anyone', 'anyone else')], max_length=8)),
                ('wanted', models.CharField(blank=True, max_length=400)),
                ('identity', models.CharField(choices=[('known', 'known to us in person'), ('shown', 'showed an identity card'), ('signed', 'signed in or signed with e-identification'), ('post', 'asked in writing; it is sent to the registered address'), ('unasked', 'not asked: it is a public document')], max_length=8)),
                ('received_on', models.DateField()),
                ('written_at', models.DateTimeField()),
                ('guardian', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.guardian')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.subject')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
        ),
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('preparer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='openings', to='extracts.request')),
            ],
        ),
        migrations.CreateModel(
            name='Copy',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('paper', models.BinaryField()),
                ('data', models.BinaryField()),
                ('paper_digest', models.CharField(max_length=64)),
                ('data_digest', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='copy', to='extracts.request')),
            ],
            options={
                'verbose_name_plural': 'copies',
            },
        ),
        migrations.CreateModel(
            name='Choice',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=60)),
                ('record_id', models.UUIDField()),
                ('is_held', models.BooleanField()),
                ('masked', models.CharField(blank=True, max_length=400)),
                ('ground', models.CharField(blank=True, choices=[('other_person', 'It is about another person'), ('guardian_harm', 'The child would be hurt if the guardian knew it'), ('school', 'Secret in school and preschool'), ('school_private', 'Duty of silence at an independent school'), ('care', 'Secret in health care'), ('social', 'Secret in social services'), ('informant', 'Who told it, when there is a risk of violence or serious harm'), ('report', 'A concern report made'), ('protected', 'Protected personal data'), ('kept_home', 'That the home is not to be reached'), ('wrong_child', 'Written about the wrong child: it is about another'), ('draft', 'Working notes that are not finished')], max_length=16)),
                ('because', models.CharField(blank=True, max_length=400)),
                ('written_at', models.DateTimeField()),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='choices', to='extracts.request')),
            ],
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('ready', 'looked through; nothing is held back'), ('submitted', 'looked through; what is held back waits for a second person'), ('approved', 'the second person agrees'), ('returned', 'sent back to be looked at again'), ('given', 'given'), ('closed', 'closed without being given')], max_length=9)),
                ('because', models.CharField(blank=True, max_length=400)),
                ('how', models.CharField(blank=True, choices=[('handed', 'handed over in person'), ('post', 'by registered post to the registered address'), ('secure', 'by a secure message'), ('read', 'read on the spot')], max_length=8)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('written_at', models.DateTimeField()),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='extracts.request')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.capacity')),
            ],
        ),
        ),
        migrations.AddIndex(
            model_name='request',
            index=models.Index(fields=['subject'], name='extracts_re_subject_e65501_idx'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('asker', 'guardian'), ('guardian__isnull', False)), models.Q(models.Q(('asker', 'guardian'), _negated=True), ('guardian', None)), _connector='OR'), name='request_of_a_guardian_names_her'),
        ),
        migrations.AddIndex(
            model_name='opening',
            index=models.Index(fields=['request'], name='extracts_op_request_94c21a_idx'),
        ),
        migrations.AddIndex(
            model_name='opening',
            index=models.Index(fields=['preparer'], name='extracts_op_prepare_4b3a18_idx'),
        ),
        migrations.AddConstraint(
            model_name='opening',
            constraint=models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gte', models.F('from_at')), _connector='OR'), name='extractopening_runs_forward'),
        ),
        migrations.AddIndex(
            model_name='choice',
            index=models.Index(fields=['request', 'record_id'], name='extracts_ch_request_4e34f1_idx'),
        ),
        migrations.AddIndex(
            model_name='step',
            index=models.Index(fields=['request'], name='extracts_st_request_bc2660_idx'),
        ),
    ]
