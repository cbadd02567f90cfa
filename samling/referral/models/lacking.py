"""What could not be offered: what, from whom and why. Small records that show where the chain is broken."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.models import Party
from samling.journey.telling import tell
from samling.people.models import Capacity, Child

from .asked import MATTER


class NotOffered(Walled):
    """*Vi kunde inte erbjuda*: noted at triage, at a meeting or at the closing, in the shared space."""

    wrong_child = Closed(_("Something that could not be offered"))

    may_change = False

    class What(models.TextChoices):
        TALKS = "talks", _("talks for the child")
        PARENTS = "parents", _("support to parents")
        HOME = "home", _("help at home")
        ASSESSMENT = "assessment", _("an assessment")
        TREATMENT = "treatment", _("treatment")
        TEACHING = "teaching", _("support in teaching, or another group")
        LEISURE = "leisure", _("something to do in free time")
        OTHER = "other", _("something else")

    class Whom(models.TextChoices):
        SCHOOL = "school", _("the school")
        TEAM = "team", _("the early support team")
        SOCIAL = "social", _("social services")
        PRIMARY = "primary", _("primary health care")
        CAMHS = "camhs", _("child psychiatry")
        HABILITATION = "habilitation", _("habilitation")
        OTHER = "other", _("another")

    class Why(models.TextChoices):
        NONE = "none", _("it does not exist here")
        QUEUE = "queue", _("the queue is too long")
        STAFF = "staff", _("nobody is there to do it")
        AGE = "age", _("the child is too young or too old")
        LIMIT = "limit", _("the need is too small or too large for them")
        PLACE = "place", _("the child lives or goes to school in another place")
        LANGUAGE = "language", _("it is not there in the family's language")
        NO_ANSWER = "no_answer", _("they have not answered")

    what = models.CharField(max_length=12, choices=What)
    whom = models.CharField(max_length=12, choices=Whom)
    why = models.CharField(max_length=10, choices=Why)

    class Meta(Walled.Meta):
        verbose_name_plural = "not offered"

    @classmethod
    @transaction.atomic
    def note(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "NotOffered":
        """Note it once, about a child one works with: what, whom, why and a few words. Raises Refused."""
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        journey = guard.begin_journey(child.pk)
        codes = {name: told[name] for name in ("what", "whom", "why")}
        made = cls(pk=pk, subject_id=journey, wall=MATTER, written_by=by, written_at=at, **codes)
        made.save(force_insert=True)
        NotOfferedBody(head=made, subject_id=journey, wall=MATTER, words=told.get("words", "")).save(force_insert=True)
        tell(journey, MATTER, "could not be offered", by=by.pk, at=at, record=pk)
        return made

    @classmethod
    def about(cls, child: UUID) -> "list[NotOffered]":
        """What is noted around a child, the latest first."""
        journeys = Party.objects.filter(child_id=child, accepted_at__isnull=False, ended_at=None).values("journey_id")
        rows = cls.objects.filter(subject_id__in=journeys, withdrawn_at=None)
        return list(rows.select_related("body", "written_by__person", "written_by__unit").order_by("-written_at")[:50])


class NotOfferedBody(WalledBody):
    """What was lacking, in own words."""

    head = models.OneToOneField(NotOffered, models.PROTECT, primary_key=True, related_name="body")
    words = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "not offered bodies"

