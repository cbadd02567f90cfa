"""What is filled in when a decision is written."""

from django.utils.translation import gettext_lazy as _

from samling.ui.fields import LongTextField
from samling.ui.forms import SamlingForm


class RefuseForm(SamlingForm):
    """The reasons of a decision in writing."""

    because = LongTextField(label=_("The reasons"), rows=8, min_length=20, max_length=2000, help_text=_(
        "Whoever asked reads them. Say how you weighed it, and nothing of what is held back."))
