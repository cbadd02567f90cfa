"""That a letter was put on paper, or into somebody's hand."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled


class Handover(Walled):
    """A letter was printed, posted, put into somebody's hand or read aloud: by whom and when."""

    wrong_child = Closed(within="letter")

    may_change = False

    class How(models.TextChoices):
        PRINTED = "printed", _("Printed")
        POSTED = "posted", _("Posted")
        GIVEN = "given", _("Given by hand")
        READ = "read", _("Read aloud")

    letter = models.ForeignKey("letters.Letter", models.PROTECT, related_name="handovers")
    how = models.CharField(max_length=8, choices=How)
