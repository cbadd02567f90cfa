"""Private drafts go by themselves."""

from django.db import migrations

from samling.journey.walls import drafts


class Migration(migrations.Migration):
    dependencies = [("journey", "0003_coordination")]
    operations = [*drafts()]
