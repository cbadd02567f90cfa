"""A note on the three views: a strength, a worry or a question, in one voice, in one to three circles."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, WalledBody
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import SHARED_BRANCH, Category, branch_of, category_of, wall
from samling.people.models import Capacity, Child
from samling.sharing.models import Table

from .. import rules
from ..reference import DOMAINS, PLACES
from .held import Held


class Note(Held):
    """One note. It stands at the joint table (MATTER), or in the writer's own compartment until it is put there."""

    wrong_child = Closed(_("Words in the three views"), by=("kind", "domain"))

    class Kind(models.TextChoices):
        STRENGTH = "strength", _("strength")
        WORRY = "worry", _("worry")
        QUESTION = "question", _("question")

    kind = models.CharField(max_length=8, choices=Kind)
    domain = models.CharField(max_length=40)
    places = ArrayField(models.CharField(max_length=8), size=3)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")

    class Meta(Held.Meta):
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(
                name="note_lies_in_one_to_three_circles",
                condition=models.Q(places__contained_by=list(PLACES), places__len__gte=1),
            ),
            models.CheckConstraint(
                name="note_about_another_is_told_on_a_yes",
                condition=models.Q(about_person=None) | models.Q(wall__gte=64),
            ),
        ]

    @classmethod
    @transaction.atomic
    def write(
        cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID, corrects: "Note | None" = None
    ) -> "Note":
        """Place a note once. `told`: kind, domain, places, voice with its fields, said_on, text, helps, about_person
        with about_name, at_table, for_guardians with its reason, for_child. Raises Refused."""
        guard.lock_child(child.pk)
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        insist(rules.may_place(told["places"], told["domain"]))
        if corrects:
            insist(corrects.may_replace(by))
        subject, behind = cls.stands(child, told, by)
        places = list(rules.ordered(told["places"]))
        heads = {name: told[name] for name in HEADS if name in told}
        made = cls(pk=pk, subject_id=subject, wall=behind, written_by=by, written_at=at, corrects=corrects,
                   **heads | {"places": places})  # fmt: skip
        made.save(force_insert=True)
        NoteBody(**made.stamp(**{name: told.get(name, "") for name in WORDS})).save(force_insert=True)
        made.tell("note changed" if corrects else "note placed", by=by, at=at)
        return made

    @classmethod
    def stands(cls, child: Child, told: dict[str, Any], by: Capacity) -> tuple[UUID, int]:
        """The subject and wall that a note gets; the journey begins with the first note at its table."""
        if told.get("at_table"):
            insist(rules.may_stand_at_the_table(about_person=bool(told.get("about_person"))))
            journey, behind = guard.begin_journey(child.pk), wall(SHARED_BRANCH, Category.MATTER)
            insist(rules.may_write(writes=guard.my_access(journey).get(behind, False)))
            return journey, behind
        access = guard.my_access(child.pk)
        behind = own_wall(by, access, told["places"], told["voice"])
        insist(rules.may_write(writes=access.get(behind, False)))
        return child.pk, behind

    def may_replace(self, by: Capacity) -> Answer:
        """Whether the acting capacity may put a new version in its place, and why."""
        newer = self.corrections.filter(withdrawn_at=None).exists()
        return rules.may_replace(is_own=self.written_by_id == by.pk, voice=self.voice, has_newer=newer, is_gone=self.is_gone)

    def may_put(self, around: Table, by: Capacity) -> Answer:
        """Whether it may be put before everyone at the table now, and why."""
        guests = [around.guest(party, self) for party in around.others]
        own = self.written_by_id == by.pk and not self.is_gone
        return rules.may_put(reads=self.subject_id == around.child.pk, is_own=own, guests=guests, third=around.third(self))

    @transaction.atomic
    def put(self, child: Child, *, by: Capacity, at: dt.datetime) -> None:
        """Put it on the joint table: told to each of the others on the yes that covers it. Raises Refused."""
        guard.lock_child(child.pk)
        around = Table(child, at)
        insist(self.may_put(around, by))
        around.tell(self, [party.unit_id for party in around.others])
        self.tell("note put on the table", by=by, at=at)

    @classmethod
    def standing(cls, subjects: Any) -> models.QuerySet:
        """The notes of these subjects that stand: not taken back, and with no newer version that one may read."""
        newer = cls.objects.filter(corrects_id=models.OuterRef("pk"), withdrawn_at=None)
        rows = cls.objects.filter(subject_id__among=subjects, withdrawn_at=None, back_at=None)
        return rows.filter(~models.Exists(newer))

    @property
    def title(self) -> str:
        """What the note is, where records are listed."""
        return pgettext("note", "%(kind)s: %(domain)s") % {"kind": self.get_kind_display(), "domain": self.topic}

    @property
    def topic(self) -> str:
        """What it is about, in words."""
        return gettext(DOMAINS[self.domain].title) if self.domain in DOMAINS else self.domain

    @property
    def glyph(self) -> str:
        """The sign that stands beside the word."""
        return rules.GLYPHS[rules.Kind(self.kind)]

    @property
    def line(self) -> str:
        """What was said, in short, and whose words they are."""
        text = self.body.text if hasattr(self, "body") else self.topic
        return f"{Truncator(text).chars(90)} ({self.voice_name})"

    @property
    def tags(self) -> list[str]:
        """The circles it lies in, in words."""
        return [gettext(PLACES[place]) for place in rules.ordered(self.places)]

    def get_absolute_url(self) -> str:
        """The note's own page."""
        return reverse("views:note", args=[self.pk])


HEADS = ("kind", "domain", "voice", "voice_id", "voice_name", "voice_role", "shape", "said_on", "about_person",
         "for_guardians", "for_guardians_because", "for_child")  # fmt: skip
WORDS = ("text", "helps", "about_name")


class NoteBody(WalledBody):
    """What was said, what helps already, and the name of the other person it is about."""

    head = models.OneToOneField(Note, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField()
    helps = models.TextField(blank=True)
    about_name = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name_plural = "note bodies"


def own_wall(by: Capacity, access: dict[int, bool], places: Any, voice: str) -> int:
    """The wall that a note gets in the compartment of the one who writes it; `access` says where that is."""
    number = by.unit.branch.number
    may = [category_of(one) for one, writes in access.items() if writes and branch_of(one) == number]
    return wall(number, rules.category(places, voice, may))
