"""A support that somebody gives, in the compartment of whoever gives it; and where it stands, in the shared space."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.models import Notice
from samling.journey.rules import HOME_READS
from samling.journey.telling import remind, tell
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child
from samling.records.shape import paired

from .. import rules
from ..reference import BY_CODE, KINDS, PRACTICES, LegalForm
from ..rules import BECAUSE, STATE_WORDS, State
from .places import PLAN, own_wall, part_of

STATES = [(one.value, _(word)) for one, word in STATE_WORDS.items()]
SORTS = [(code, _(word)) for code, word in KINDS.items()]
REASONS = [(code, _(word)) for code, word in BECAUSE.items()]
FACTS = ("holder", "starts_on", "evaluate_on")


class Support(Walled):
    """One support: which, in which legal form, who holds it, when one asks how it goes, and where it stands."""

    wrong_child = Closed(_("Support that is given"), by=("kind", "code"))

    beside = ("holder__person", "written_by__unit__branch")

    kind = models.CharField(max_length=10, choices=SORTS)
    code = models.CharField(max_length=40, blank=True)
    form = models.CharField(max_length=20)
    holder = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    starts_on = models.DateField()
    evaluate_on = models.DateField(null=True)
    state = models.CharField(max_length=6, choices=STATES, default=State.BEGUN.value)
    ended_because = models.CharField(max_length=6, choices=REASONS, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("ended_at", "ended_by"),
            models.CheckConstraint(
                name="support_ends_with_a_reason",
                condition=Q(state="ended", ended_at__isnull=False, ended_because__gt="")
                | ~Q(state="ended") & Q(ended_at=None, ended_because=""),
            ),
            models.CheckConstraint(
                name="support_is_asked_about_after_it_begins",
                condition=Q(evaluate_on=None) | Q(evaluate_on__gte=models.F("starts_on")),
            ),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["holder"])]

    @classmethod
    @transaction.atomic
    def start(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Support":
        """Begin it, once. `told`: form, kind, code or own, how, holder, days, home, shared. Raises Refused."""
        form = BY_CODE[told["form"]]
        behind = own_wall(by, form)
        insist(rules.may_work(writes=guard.my_access(child.pk).get(behind, False)))
        guard.lock_child(child.pk)
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        shown, because = HOME_READS[told["home"]]
        made = cls(
            pk=pk, subject_id=child.pk, wall=behind, written_by=by, written_at=at, form=form.code, kind=told["kind"],
            code=told.get("code", ""), for_guardians=shown, for_guardians_because=because,
            **{name: told[name] for name in FACTS},
        )  # fmt: skip
        made.save(force_insert=True)
        body = SupportBody(head=made, subject_id=child.pk, wall=behind, own=told.get("own", ""), how=told.get("how", ""))
        body.save(force_insert=True)
        made._tell(rules.STARTED, by=by, at=at)
        if told.get("shared"):
            made.share(by=by, at=at)
        made._remind(by=by, at=at)
        return made

    @classmethod
    def about(cls, child: UUID) -> "list[Support]":
        """Every support for a child that one's own side gives, what goes on first, the latest begun first."""
        rows = cls.objects.filter(subject_id=child, withdrawn_at=None).select_related("holder__person", "written_by__unit", "body")
        return sorted(rows.order_by("-starts_on", "-written_at"), key=lambda one: one.state == State.ENDED)

    @property
    def title(self) -> str:
        """What it is: the catalogue's words, else what kind of support it is; never the words of the text."""
        known = PRACTICES.get(self.code)
        return gettext(known.title) if known else gettext(KINDS[self.kind])

    @property
    def legal_form(self) -> LegalForm:
        """In which form it is given, also one that can no longer be chosen."""
        return BY_CODE[self.form]

    @property
    def is_ended(self) -> bool:
        """Whether it has ended."""
        return self.state == State.ENDED

    @property
    def latest(self) -> "SupportStatus | None":
        """What the others have been told last, since one's side came to them; None while they have been told nothing."""
        part = part_of(self.subject_id)
        if part is None:
            return None
        told = self.statuses.filter(subject_id=part.journey_id, written_at__gte=part.accepted_at, withdrawn_at=None)
        return told.order_by("-number").first()

    def may_share(self) -> Answer:
        """Whether the others can be told where it stands."""
        return rules.may_share(in_space=part_of(self.subject_id) is not None, shared=self.latest is not None)

    def may_take_back(self, by: Capacity, at: dt.datetime) -> Answer:
        """Whether it can be taken back as a mistake."""
        used = self.outcomes.exists() or self.occasions.exists()
        return rules.may_take_back(is_own=self.written_by_id == by.pk, age=at - self.written_at, used=used)

    @transaction.atomic
    def step(self, to: State, *, by: Capacity, at: dt.datetime, because: str = "") -> None:
        """It goes on, is paused or has ended: one word for all who see it. `because` where it ends. Raises Refused."""
        insist(rules.may_step(State(self.state), to))
        self.state = to
        over = to == State.ENDED
        self.ended_at, self.ended_by, self.ended_because = (at, by, because) if over else (None, None, "")
        self.evaluate_on = None if over else self.evaluate_on
        self.save(update_fields=["state", "ended_at", "ended_by", "ended_because", "evaluate_on"])
        self._tell(rules.TOLD[to], by=by, at=at)
        told = self.latest
        if told:
            SupportStatus.put(self, told.subject_id, by=by, at=at)
        self._remind(by=by, at=at)

    @transaction.atomic
    def share(self, *, by: Capacity, at: dt.datetime) -> None:
        """Tell the others around the child where it stands, from now on at every step. Raises Refused."""
        part = part_of(self.subject_id)
        insist(rules.may_share(in_space=part is not None, shared=self.latest is not None))
        assert part is not None
        SupportStatus.put(self, part.journey_id, by=by, at=at)

    @transaction.atomic
    def correct(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> None:
        """Another holder, other days, or another answer about the home. Raises Refused."""
        insist(rules.may_change(ended=self.is_ended))
        for name in FACTS:
            setattr(self, name, told[name])
        self.for_guardians, self.for_guardians_because = HOME_READS[told["home"]]
        self.save(update_fields=[*FACTS, "for_guardians", "for_guardians_because"])
        self.statuses.update(for_guardians=self.for_guardians, for_guardians_because=self.for_guardians_because)
        self._tell(rules.CHANGED, by=by, at=at)
        self._remind(by=by, at=at)

    @transaction.atomic
    def ask_again(self, on: dt.date, *, by: Capacity, at: dt.datetime) -> None:
        """Somebody has said how it goes: one asks again on another day."""
        self.evaluate_on = on
        self.save(update_fields=["evaluate_on"])
        self._tell(rules.ASKED, by=by, at=at)
        self._remind(by=by, at=at)

    @transaction.atomic
    def take_back(self, *, by: Capacity, at: dt.datetime) -> None:
        """It was a mistake: nobody but its writer sees it any more, here or in the shared space. Raises Refused."""
        insist(self.may_take_back(by, at))
        self.withdrawn_at, self.withdrawn_by = at, by
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])
        self.statuses.update(withdrawn_at=at, withdrawn_by=by)
        Notice.objects.filter(record_id=self.pk, kind=rules.EVALUATE, done_at=None).update(done_at=at)

    def _tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        tell(self.subject_id, self.wall, kind, by=by.pk, at=at, record=self.pk, for_guardians=self.for_guardians)

    def _remind(self, *, by: Capacity, at: dt.datetime) -> None:
        """One reminder stands, with the holder, on the day to ask."""
        due = self.evaluate_on if not self.is_ended else None
        remind(self.holder_id, rules.EVALUATE, due, by=by.pk, at=at, record=self.pk, subject=self.subject_id)

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("support:show", args=[self.pk])


class SupportBody(WalledBody):
    """What is done in own words, and how it is done here."""

    head = models.OneToOneField(Support, models.PROTECT, primary_key=True, related_name="body")
    own = models.CharField(max_length=200, blank=True)
    how = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "support bodies"


class SupportStatus(Walled):
    """Where a support stands, for those in the shared space: its kind in neutral words and one word, nothing else.

    Written by the verbs of the support alone; at the end of each transaction the database sees to it that both say the same.
    """

    wrong_child = Closed(within="support")

    noun = _("where a support stands")

    support = models.ForeignKey(Support, models.PROTECT, related_name="statuses")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=SORTS)
    state = models.CharField(max_length=6, choices=STATES)

    class Meta(Walled.Meta):
        verbose_name_plural = "support statuses"
        constraints = [
            *Walled.Meta.constraints,
            models.UniqueConstraint(fields=["support", "number"], name="supportstatus_once_each"),
        ]

    @classmethod
    def put(cls, support: Support, journey: UUID, *, by: Capacity, at: dt.datetime) -> "SupportStatus":
        """Tell where it stands now, in the shared space that the child's own row takes part in."""
        last = support.statuses.aggregate(models.Max("number"))["number__max"] or 0
        made = cls(
            subject_id=journey, wall=PLAN, written_by=by, written_at=at, support=support, number=last + 1,
            kind=support.kind, state=support.state, for_guardians=support.for_guardians,
            for_guardians_because=support.for_guardians_because,
        )  # fmt: skip
        made.save(force_insert=True)
        return made
