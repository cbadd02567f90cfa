"""Organisations, their branches with a secrecy domain each, units, and the unit's roster."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.kernel.regime import Domain
from samling.records.shape import Record


class Organisation(Record):
    """A legal person: a municipality, a region or a private provider."""

    policy = "plain"

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("municipality")
        REGION = "region", _("region")
        PRIVATE = "private", _("private provider")

    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=120)
    municipality_code = models.CharField(max_length=4, blank=True)
    county_code = models.CharField(max_length=2)

    def __str__(self) -> str:
        return self.name


class Branch(Record):
    """One authority and activity with one secrecy side (OSL 8:1-2): the holder of a compartment.

    `number` makes the wall numbers; `hangs_on` is the school branch whose child rows the school's
    medical part and its report compartment use.
    """

    policy = "plain"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="branches")
    number = models.PositiveSmallIntegerField(unique=True)
    name = models.CharField(max_length=120)
    domain = models.CharField(max_length=16, choices=[(d.value, d.value) for d in Domain])
    hangs_on = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="hanging")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="branch_number_leaves_zero_to_the_shared_space",
                condition=models.Q(number__gte=1, number__lte=30000),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def actor(self) -> str:
        """The shape this branch is drawn with: school, social or health."""
        if self.domain in (Domain.SCHOOL, Domain.PRIVATE_SCHOOL, Domain.REPORT):
            return "school"
        return "social" if self.domain == Domain.SOCIAL else "health"


class Unit(Record):
    """A school, a preschool, a team or an office, with the number a family can ring."""

    policy = "plain"

    class Kind(models.TextChoices):
        SCHOOL = "school", _("school")
        PRESCHOOL = "preschool", _("preschool")
        TEAM = "team", _("team")
        OFFICE = "office", _("office")

    branch = models.ForeignKey(Branch, models.PROTECT, related_name="units")
    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=120)
    code = models.CharField(max_length=20, blank=True)
    municipality_code = models.CharField(max_length=4)
    phone = models.CharField(max_length=40, blank=True)
    hours = models.CharField(max_length=80, blank=True)

    def __str__(self) -> str:
        return self.name


class RosterEntry(Record):
    """A pupil as a mentor may find her: name and class only; it tells of no matter."""

    policy = "plain"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="roster")
    group = models.CharField(max_length=20)
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    sort_key = models.CharField(max_length=200)
    birth_year = models.PositiveSmallIntegerField()
    mentor = models.ForeignKey("people.Capacity", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "roster entries"

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}"
