"""What an authority says about the child: in its own records, shown to the others at the table on its own family's yes."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child
from samling.team.rules import may_run

from .. import rules
from .items import STAFF, ForumItem, ForumSlot, wall_of


class ForumWords(Walled):
    """One thing that was said about one child, in the compartment of whoever said it. It is not edited; one says more."""

    wrong_child = Closed(_("What was said at the consultation team"))

    noun = _("words at a consultation team")

    slot = models.ForeignKey(ForumSlot, models.PROTECT, related_name="words")

    beside = ("written_by__person", "written_by__unit__branch")

    class Meta(Walled.Meta):
        verbose_name_plural = "forum words"

    @classmethod
    def around(cls, item: ForumItem) -> Any:
        """What has been said, as far as one may read, in order."""
        rows = cls.objects.filter(slot_id=item.slot_id, withdrawn_at=None).select_related(*cls.beside)
        return rows.order_by("written_at")

    @staticmethod
    def own_row(item: ForumItem) -> UUID | None:
        """My own authority's row of the child, if there is one I work with."""
        found: UUID | None = guard.asked("row_at_forum", item.slot_id, False)
        return found

    @classmethod
    def may_say(cls, item: ForumItem, by: Capacity) -> Answer:
        """Whether I may write here, in my own authority's records."""
        own, unit = cls.own_row(item), by.unit
        child = Child.objects.select_related("unit", "branch").filter(pk=own).first() if own else None
        place = wall_of(child, by) if child else 0
        home = {unit.branch.number, unit.branch.hangs_on and unit.branch.hangs_on.number} if unit else set()
        return rules.may_say(
            run=may_run(inside=bool(item.ears().get(by.pk)) or item.writes(), ended=item.meeting.ended_at is not None),
            reads=item.child is not None,
            category=rules.behind(unit.branch.domain) if unit else None,
            own_row=child is not None,
            same_house=item.branch_number in home,
            writes=bool(place) and guard.my_access(own).get(place, False) if own else False,
        )

    @classmethod
    def alike(cls, item: ForumItem, by: Capacity) -> list[Child]:
        """Children of my own authority with the same name, when none of them is known to be this one."""
        child = item.child
        if child is None or by.unit is None or cls.own_row(item):
            return []
        mine = Child.objects.mine().filter(branch_id=by.unit.branch.hangs_on_id or by.unit.branch_id)
        return list(mine.filter(given_name=child.given_name, family_name=child.family_name).exclude(pk=child.pk))

    @classmethod
    @transaction.atomic
    def say(
        cls, item: ForumItem, text: str, *, by: Capacity, at: dt.datetime, pk: UUID, own: UUID | None = None
    ) -> "ForumWords":
        """Write it in one's own records, once, and tell those at the table whom one's own family's yes names. Raises Refused."""
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        insist(cls.may_say(item, by))
        own = guard.call("row_at_forum", item.slot_id, True, own)
        child = Child.objects.select_related("unit", "branch").get(pk=own)
        place = wall_of(child, by)
        made = cls(pk=pk, slot_id=item.slot_id, subject_id=own, wall=place, written_by=by, written_at=at, **STAFF)
        made.save(force_insert=True)
        ForumWordsBody(head=made, subject_id=own, wall=place, text=text).save(force_insert=True)
        tell(own, place, rules.SAID, by=by.pk, at=at, record=made.pk, for_guardians="no")
        guard.call("tell_forum", item.slot_id, made.pk)
        return made


class ForumWordsBody(WalledBody):
    """The words."""

    head = models.OneToOneField(ForumWords, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField()

    class Meta:
        verbose_name_plural = "forum words bodies"
