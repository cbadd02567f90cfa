"""*Kontakta inte hemmet*: named guardians are not to be reached about this child, at once and without a trace."""

from django.db import models

from samling.access.models import Walled, WalledBody
from samling.records.shape import paired


class NoContact(Walled):
    """A decision that nothing about the child goes to this guardian; kept inside its compartment."""

    guardian = models.ForeignKey("people.Guardian", models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [*Walled.Meta.constraints, paired("ended_at", "ended_by")]


class NoContactBody(WalledBody):
    """The reason for the decision."""

    head = models.OneToOneField(NoContact, models.PROTECT, primary_key=True, related_name="body")
    because = models.TextField()

    class Meta:
        verbose_name_plural = "no-contact bodies"
