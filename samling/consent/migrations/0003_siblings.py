"""A question of its own: being joined with a brother or sister."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0002_walls'),
    ]

    operations = [
        migrations.AlterField(
            model_name='consent',
            name='kind',
            field=models.CharField(choices=[('secrecy_waiver', 'telling another authority (OSL 12:2)'), ('sip', 'a coordinated individual plan (SoL 10:8)'), ('participation', 'taking part in voluntary support'), ('contact_later', 'being contacted later'), ('adult_presence', 'another adult being there'), ('siblings', 'being joined with a brother or sister'), ('gdpr_consent', 'use of a picture or recording')], max_length=16),
        ),
    ]
