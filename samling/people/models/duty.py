"""Who stands in for whom: deputies, leave, and who took over what someone held."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.records.shape import Dated, DatedQuerySet, Record, runs_forward


class Deputy(Record, Dated):
    """The capacity that takes over when another ends or is on leave. Named and ended by guard functions."""

    policy = "plain"

    capacity = models.ForeignKey("people.Capacity", models.PROTECT, related_name="deputies")
    stands_in = models.ForeignKey("people.Capacity", models.PROTECT, related_name="stands_in_for")
    named_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            runs_forward("deputy_runs_forward"),
            models.CheckConstraint(
                name="deputy_is_someone_else", condition=~models.Q(stands_in=models.F("capacity"))
            ),
        ]
        indexes = [models.Index(fields=["capacity"]), models.Index(fields=["stands_in"])]
        verbose_name_plural = "deputies"


class Leave(Record, Dated):
    """A time when a capacity holds nothing: its deputy does. Noted and ended by guard functions."""

    policy = "plain"

    capacity = models.ForeignKey("people.Capacity", models.PROTECT, related_name="leaves")
    noted_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [runs_forward("leave_runs_forward")]
        indexes = [models.Index(fields=["capacity"])]
        verbose_name_plural = "leave"


class Succession(Record, Dated):
    """What one capacity held is another's to hold: for good when it ended, for a time when it is on leave."""

    policy = "plain"

    class Reason(models.TextChoices):
        DEPUTY = "deputy", _("as the named deputy")
        HEAD = "head", _("as head of the unit")
        NEAREST = "nearest", _("as the nearest who leads, since nobody else could")

    capacity = models.ForeignKey("people.Capacity", models.PROTECT, related_name="successions")
    holder = models.ForeignKey("people.Capacity", models.PROTECT, related_name="took_over")
    reason = models.CharField(max_length=8, choices=Reason)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [runs_forward("succession_runs_forward")]
        indexes = [models.Index(fields=["capacity"]), models.Index(fields=["holder"])]
