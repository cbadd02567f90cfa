"""A referral to child psychiatry: what the school's own have done before, when it was sent, and how long the child waits."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.telling import notify, tell
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child, Setting
from samling.team.rules import local_day

from .. import rules
from ..rules import Before, Did, Said
from .items import ForumItem, wall_of

LATE = "psychiatry-answer"


class HealthReferral(Walled):
    """That child psychiatry was asked: by whom, when, and what the school's own had done before. The letter is not here."""

    wrong_child = Closed(_("A referral to health care"))

    class Own(models.TextChoices):
        DONE = Did.DONE, _("Has met the child or the adults around the child")
        GOING = Did.GOING, _("Has begun")
        NOT_ASKED = Did.NOT_ASKED, _("Has not been asked")
        MISSING = Did.MISSING, _("There is none at the school")

    noun = _("referral to child psychiatry")

    item = models.ForeignKey(ForumItem, models.PROTECT, null=True, related_name="+")
    receiver = models.CharField(max_length=120)
    psychologist = models.CharField(max_length=10, choices=Own)
    educator = models.CharField(max_length=10, choices=Own)
    holder = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    sent_on = models.DateField()
    due_on = models.DateField()

    beside = ("holder__person", "written_by__person", "body")

    @classmethod
    def may_send(cls, child: Child, by: Capacity) -> bool:
        """Whether I may note one about this child."""
        place = wall_of(child, by)
        return bool(place) and guard.my_access(child.pk).get(place, False)

    @classmethod
    @transaction.atomic
    def send(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "HealthReferral":
        """Note that it was sent, once; its holder is reminded when the answer is late. Raises Refused."""
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        before = {who: Before(Did(told[who]), bool(told[f"{who}_words"].strip())) for who in ("psychologist", "educator")}
        insist(rules.may_refer(**before, writes=cls.may_send(child, by), sent_on=told["sent_on"], today=local_day(at)))
        days, place = Setting.number("deadline.psychiatry_days", at, capacity=by.pk), wall_of(child, by)
        due = told["sent_on"] + dt.timedelta(days=days)
        made = cls(
            pk=pk, item=told.get("item"), subject_id=child.pk, wall=place, receiver=told["receiver"], holder=told["holder"],
            psychologist=told["psychologist"], educator=told["educator"], sent_on=told["sent_on"], due_on=due,
            written_by=by, written_at=at,
        )  # fmt: skip
        made.save(force_insert=True)
        HealthReferralBody(head=made, subject_id=child.pk, wall=place, psychologist_words=told["psychologist_words"],
                           educator_words=told["educator_words"]).save(force_insert=True)  # fmt: skip
        tell(child.pk, place, rules.SENT, by=by.pk, at=at, record=pk)
        notify(made.holder_id, LATE, by=by.pk, at=at, record=pk, subject=child.pk, due=due + dt.timedelta(days=1))
        return made

    @property
    def title(self) -> str:
        """What it is called where records are listed."""
        return capfirst(gettext(str(self.noun)))

    @property
    def child(self) -> Child | None:
        """The child, for those who may know."""
        return Child.objects.select_related("unit", "branch").filter(pk=self.subject_id).first()

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("forum:health-referral", args=[self.pk])

    def heard(self) -> "list[HealthAnswer]":
        """What child psychiatry has answered, in order."""
        rows = self.answers.filter(withdrawn_at=None).select_related("written_by__person", "body")
        return list(rows.order_by("on", "written_at"))

    def answered_on(self, heard: "list[HealthAnswer] | None" = None) -> dt.date | None:
        """The day of the answer; None while the child waits."""
        found = self.heard() if heard is None else heard
        return next((one.on for one in found if one.kind in rules.FINAL), None)

    def wait(self, today: dt.date, heard: "list[HealthAnswer] | None" = None) -> rules.Wait:
        """How long the child has waited."""
        answered = self.answered_on(heard)
        return rules.wait(sent_on=self.sent_on, due_on=self.due_on, answered_on=answered, today=today)

    def may_answer(self, on: dt.date, at: dt.datetime) -> Answer:
        """Whether I may note an answer of that day."""
        writes = guard.my_access(self.subject_id).get(self.wall, False)
        over = self.answered_on() is not None
        return rules.may_answer(writes=writes, is_over=over, on=on, sent_on=self.sent_on, today=local_day(at))

    @transaction.atomic
    def answer(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> "HealthAnswer":
        """Note what child psychiatry answered. Raises Refused."""
        insist(self.may_answer(told["on"], at))
        made = HealthAnswer(referral=self, kind=told["kind"], on=told["on"], subject_id=self.subject_id, wall=self.wall,
                            written_by=by, written_at=at)  # fmt: skip
        made.save(force_insert=True)
        HealthAnswerBody(head=made, subject_id=self.subject_id, wall=self.wall, words=told["words"]).save(force_insert=True)
        tell(self.subject_id, self.wall, rules.ANSWERED, by=by.pk, at=at, record=self.pk)
        return made


class HealthReferralBody(WalledBody):
    """What the school's psychologist and special educator have done, or why not."""

    head = models.OneToOneField(HealthReferral, models.PROTECT, primary_key=True, related_name="body")
    psychologist_words = models.TextField()
    educator_words = models.TextField()

    class Meta:
        verbose_name_plural = "health referral bodies"


class HealthAnswer(Walled):
    """What child psychiatry answered, and on which day."""

    wrong_child = Closed(within="referral")

    may_change = False

    class Kind(models.TextChoices):
        TAKES = Said.TAKES, _("They meet the child")
        ADVICE = Said.ADVICE, _("They give advice, and we go on")
        NO = Said.NO, _("They do not meet the child")
        MORE = Said.MORE, _("They want to know more first")

    referral = models.ForeignKey(HealthReferral, models.PROTECT, related_name="answers")
    kind = models.CharField(max_length=8, choices=Kind)
    on = models.DateField()


class HealthAnswerBody(WalledBody):
    """The answer in a few words."""

    head = models.OneToOneField(HealthAnswer, models.PROTECT, primary_key=True, related_name="body")
    words = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "health answer bodies"


def of_child(child: UUID, today: dt.date) -> list[tuple[HealthReferral, rules.Wait]]:
    """Earlier referrals about a child, each with how long it took."""
    rows = HealthReferral.objects.filter(subject_id=child, withdrawn_at=None).order_by("-sent_on", "-written_at")
    near = rows.prefetch_related("answers")
    return [(one, one.wait(today, sorted(one.answers.all(), key=lambda answer: answer.on))) for one in near]
