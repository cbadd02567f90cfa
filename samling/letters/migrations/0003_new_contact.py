"""A letter that tells whom to turn to from now on."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('letters', '0002_walls'),
    ]

    operations = [
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('meeting', 'We want to meet'), ('team_decision', 'What the team has decided'), ('attendance', 'Attendance'), ('adaptations', 'What we change at school'), ('support', 'Special support'), ('follow_up', 'How did it go?'), ('new_contact', 'Someone new to turn to'), ('other', 'Something else')], max_length=16),
        ),
    ]
