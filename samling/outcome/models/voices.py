"""Who may answer about a child: the child, each guardian by himself, and the adults at school who work with the child."""

import datetime as dt
from functools import cached_property

from samling.contact.models import contactable
from samling.people.models import Capacity, Child, Guardian
from samling.seating.models import Speaker, colleagues

from ..rules import Voice


class Voices:
    """The voices around one child, read once."""

    def __init__(self, child: Child, at: dt.datetime, by: Capacity):
        self.child, self.at, self.by = child, at, by

    @property
    def name(self) -> str:
        """The child's name, as the child wants it."""
        return self.child.called or self.child.given_name

    @cached_property
    def speakers(self) -> list[Speaker]:
        """The child first, then each guardian who may be reached, then the school."""
        reach = {one["id"] for one in contactable(self.child.pk)}
        rows = Guardian.objects.standing(self.at).filter(subject_id=self.child.pk).order_by("given_name", "id")
        own = Speaker("child", Voice.CHILD, self.name, "", "child")
        home = [
            Speaker(f"guardian-{one.pk}", Voice.GUARDIAN, str(one), one.relation, "home", one.pk)
            for one in rows if one.pk in reach
        ]  # fmt: skip
        return [own, *home, *self._school()]

    def _school(self) -> list[Speaker]:
        near = {one.pk: one for one in colleagues(self.child, self.at)}
        found = [one for one in near.values() if one.unit and one.unit.branch.actor == "school"]
        return [Speaker(f"staff-{one.pk}", Voice.STAFF, str(one.person), one.role_title, "school", one.pk) for one in found]
