"""A parent's, or another important adult's, own story: written down once, owned by the one who told it."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid5

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, WalledBody
from samling.consent.models import Consent, Said
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child
from samling.sharing.models import Table
from samling.sharing.rules import Guest

from .. import rules
from .held import Held


class Story(Held):
    """A version of a story as it was told, never changed. Only its teller's yes shares it (`about_person`)."""

    wrong_child = Closed(_("Words in the three views"), by=("voice_name", "version"))

    class How(models.TextChoices):
        READ_BACK = "read_back", _("we wrote, and read it back aloud")
        WROTE = "wrote", _("wrote it without help")
        INTERPRETED = "interpreted", _("we wrote, and read it back with an interpreter")

    version = models.PositiveSmallIntegerField(default=1)
    how = models.CharField(max_length=12, choices=How)

    class Meta(Held.Meta):
        verbose_name_plural = "stories"
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(
                name="story_is_a_persons_own",
                condition=models.Q(about_person__isnull=False, about_person=models.F("voice_id"), wall__gte=64),
            ),
        ]

    @classmethod
    @transaction.atomic
    def write(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Story":
        """Keep a version once. `told`: voice with its fields, said_on, how, text. Raises Refused."""
        guard.lock_child(child.pk)
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        behind = home_wall(by)
        insist(rules.may_write(writes=guard.my_access(child.pk).get(behind, False)))
        before = cls.objects.filter(subject_id=child.pk, voice_id=told["voice_id"]).aggregate(last=models.Max("version"))
        made = cls(pk=pk, subject_id=child.pk, wall=behind, written_by=by, written_at=at, about_person=told["voice_id"],
                   version=(before["last"] or 0) + 1, for_guardians="no", for_guardians_because="about someone else",
                   **{name: told[name] for name in HEADS})  # fmt: skip
        made.save(force_insert=True)
        StoryBody(**made.stamp(text=told["text"])).save(force_insert=True)
        made.tell("story written down", by=by, at=at)
        return made

    def may_share(self, around: Table) -> Answer:
        """Whether there is somebody to share this version with, and why."""
        return rules.may_share_story(guests=[guest for _party, guest in self.guests(around)], is_gone=self.is_gone)

    def guests(self, around: Table) -> list[tuple[Any, Guest]]:
        """The others at the table, and whether each may be told this version or has been."""
        return [(party, around.guest(party, self)) for party in around.others]

    @transaction.atomic
    def share(self, child: Child, units: list[UUID], *, how: str, by: Capacity, at: dt.datetime) -> None:
        """The one who told it shares this version with these units; `how` the yes was given. Raises Refused."""
        guard.lock_child(child.pk)
        around = Table(child, at)
        insist(self.may_share(around))
        asked = {unit: around.consent(unit, self.wall) for unit in units}
        for consent in {pk for pk in asked.values() if pk}:
            said = Said(giver="third", who=self.voice_id, name=self.voice_name, yes=True, how=how, at=at, walls=[self.wall])
            Consent.objects.get(pk=consent).answer(said, id=uuid5(self.pk, f"{consent}{at}"), by=by.pk, at=at)
        Table(child, at).tell(self, units)
        self.tell("story shared", by=by, at=at)

    @transaction.atomic
    def stop(self, units: list[UUID] | None, *, by: Capacity, at: dt.datetime) -> None:
        """The one who told it shares this version no longer with these units."""
        if self.close(units):
            self.tell("story no longer shared", by=by, at=at)

    @property
    def title(self) -> str:
        """What it is, where records are listed."""
        return gettext("%(name)s's story, version %(number)d") % {"name": self.voice_name, "number": self.version}

    def get_absolute_url(self) -> str:
        """The story's own page."""
        return reverse("views:story", args=[self.pk])


HEADS = ("voice", "voice_id", "voice_name", "voice_role", "shape", "said_on", "how")


class StoryBody(WalledBody):
    """The story, word for word."""

    head = models.OneToOneField(Story, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField()

    class Meta:
        verbose_name_plural = "story bodies"


def home_wall(by: Capacity) -> int:
    """The wall of the home in the compartment of the one who writes."""
    return wall(by.unit.branch.number, Category.HOME)
