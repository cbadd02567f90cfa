"""Who asks, in words that a sentence can begin with."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('extracts', '0005_doubted'),
    ]

    operations = [
        migrations.AlterField(
            model_name='request',
            name='asker',
            field=models.CharField(choices=[('guardian', 'a guardian'), ('young', 'the child itself'), ('anyone', 'somebody who need not give a name')], max_length=8),
        ),
    ]
