"""A letter that reminds of a question, and says that one may answer as one likes."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('letters', '0005_closing'),
    ]

    operations = [
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('meeting', 'We want to meet'), ('team_decision', 'What the team has decided'), ('attendance', 'Attendance'), ('adaptations', 'What we change at school'), ('support', 'Special support'), ('follow_up', 'How did it go?'), ('new_contact', 'Someone new to turn to'), ('view', 'We ask how you see it'), ('closing', 'We close, and you can come back'), ('asked', 'We have asked you something'), ('other', 'Something else')], max_length=16),
        ),
    ]
