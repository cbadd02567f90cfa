"""What every concern has, named or nameless: who raised it, how, and which of the three worlds it touches."""

import datetime as dt
from uuid import UUID, uuid5

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.people.models import Capacity, Unit
from samling.records.clock import STOCKHOLM

from .. import rules

WORLDS = (("child", _("The child")), ("school", _("School")), ("home", _("Home")))


class Raised(models.Model):
    """Who told of it and how; staff note what a guardian or a child says."""

    class By(models.TextChoices):
        SELF = "self", _("I saw or heard it myself")
        GUARDIAN = "guardian", _("A guardian told me")
        CHILD = "child", _("The child told me")
        OTHER = "other", _("Someone else told me")

    class How(models.TextChoices):
        SEEN = "seen", _("Seen on the spot")
        TALK = "talk", _("In a talk")
        PHONE = "phone", _("By telephone")
        WRITTEN = "written", _("In writing")

    raised_as = models.CharField(max_length=10, choices=By, default=By.SELF)
    how = models.CharField(max_length=10, choices=How, default=How.SEEN)
    touches = ArrayField(models.CharField(max_length=6, choices=WORLDS))

    class Meta:
        abstract = True

    @property
    def worlds(self) -> list[str]:
        """Which of child, school and home it touches, in words."""
        return [str(word) for code, word in WORLDS if code in self.touches]


def workplace(by: Capacity) -> Unit:
    """The unit one works at. Families have none; rules.may_raise stops them before."""
    if by.unit is None:
        raise ValueError("A family's capacity has no unit.")
    return by.unit


def key(by: Capacity, once: UUID) -> UUID:
    """The record's key from the form's: the same form sent twice is one record, and nobody else's."""
    return uuid5(by.pk, str(once))


def day(at: dt.datetime) -> dt.date:
    """The date in Stockholm."""
    return at.astimezone(STOCKHOLM).date()


def receivers(unit: UUID | None, at: dt.datetime, roles: tuple[str, ...] = rules.RECEIVING) -> list[Capacity]:
    """Those at a unit who take care of concerns now, leaders first."""
    found = Capacity.objects.select_related("person").standing(at).filter(unit_id=unit, role__in=roles)
    return sorted(found, key=lambda one: (roles.index(one.role), one.person.sort_key))
