"""The guard functions of the answer, in a file of their own."""

from django.db import migrations

from samling.extracts.walls import ANSWER


class Migration(migrations.Migration):
    dependencies = [("extracts", "0003_in_writing")]
    operations = [ANSWER]
