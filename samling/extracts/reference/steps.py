"""What is asked for and by whom, and what happens to a request."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sort(models.TextChoices):
    """What is asked for."""

    OWN = "own", _("the child’s own data (GDPR 15)")
    PUBLIC = "public", _("public documents (TF 2)")


class Asker(models.TextChoices):
    """Who asks."""

    GUARDIAN = "guardian", _("a guardian")
    YOUNG = "young", _("the child")
    ANYONE = "anyone", _("somebody who need not give a name")


class Happened(models.TextChoices):
    """What has happened."""

    READY = "ready", _("looked through; nothing is held back")
    SUBMITTED = "submitted", _("looked through; what is held back waits for a second person")
    APPROVED = "approved", _("the second person agrees")
    RETURNED = "returned", _("sent back to be looked at again")
    GIVEN = "given", _("given")
    CLOSED = "closed", _("closed without being given")
    REFUSED = "refused", _("a decision in writing not to give what was held back")
