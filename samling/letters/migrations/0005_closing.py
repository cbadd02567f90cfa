"""A letter that says that the matter is closed, and how to come back."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('letters', '0004_ask_for_a_view'),
    ]

    operations = [
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('meeting', 'We want to meet'), ('team_decision', 'What the team has decided'), ('attendance', 'Attendance'), ('adaptations', 'What we change at school'), ('support', 'Special support'), ('follow_up', 'How did it go?'), ('new_contact', 'Someone new to turn to'), ('view', 'We ask how you see it'), ('closing', 'We close, and you can come back'), ('other', 'Something else')], max_length=16),
        ),
    ]
