"""Who sits at the joint table around a child, what each has been told, and telling one record more."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.functional import cached_property

from samling.access import guard
from samling.access.models import Disclosure, Ground, Walled
from samling.consent.models import Consent, ConsentAnswer
from samling.journey.models import Party
from samling.people.models import Child

from ..opening import ground_for
from ..rules import Guest


class Table:
    """The parties in the shared space of a child's journey, read once for all the records on a page."""

    def __init__(self, child: Child, at: dt.datetime):
        self.child, self.at = child, at

    @cached_property
    def parties(self) -> list[Party]:
        """Everyone who is in the space now, in the order they came."""
        there = Party.around(self.child.pk).filter(accepted_at__isnull=False, ended_at=None, how=Party.How.SPACE)
        return list(there.select_related("unit__branch").order_by("accepted_at", "id"))

    @cached_property
    def journey(self) -> UUID | None:
        """The journey whose shared space the child's row is in."""
        return next((party.journey_id for party in self.parties if party.child_id == self.child.pk), None)

    @property
    def others(self) -> list[Party]:
        """The parties from other compartments than the child's own row."""
        return [party for party in self.parties if party.unit.branch_id != self.child.branch_id]

    @property
    def names(self) -> list[str]:
        """Who reads what stands in the space: unit by unit; before it is begun, one's own."""
        return [str(party.unit) for party in self.parties] or [str(self.child.unit)]

    @cached_property
    def _told(self) -> list[Disclosure]:
        stands = Q(ground__until_at=None) | Q(ground__until_at__gt=self.at)
        rows = Disclosure.objects.filter(stands, subject_id=self.child.pk, ended_at=None).select_related(
            "ground__to_unit", "ground__to_branch", "ground__to_capacity__person"
        )
        return list(rows.prefetch_related("ground__rests_on"))

    @cached_property
    def _standing(self) -> dict[tuple[UUID | None, int], UUID]:
        """The consent that stands for each unit and wall, where one may know of it."""
        stands = [(row["consent_id"], row["wall"]) for row in guard.rows("consents_of", self.child.pk)]
        asked = Consent.objects.filter(pk__in={pk for pk, _wall in stands}).values_list("pk", "to_unit_id")
        units = dict(asked)
        return {(units[pk], wall): pk for pk, wall in stands if units.get(pk)}

    @cached_property
    def _thirds(self) -> dict[tuple[UUID, UUID], bool]:
        """What each third person last said about each consent."""
        rows = ConsentAnswer.objects.filter(subject_id=self.child.pk, giver="third", withdrawn_at=None)
        latest = rows.filter(about_person__isnull=False).order_by("answered_at", "id")
        return {(row.consent_id, row.about_person): row.yes and not row.taken_back_at for row in latest}

    def told_by_kind(self, wall: int) -> set[str]:
        """Who has been told everything of a kind, by name: of another person they read nothing by that alone."""
        grounds = [line.ground for line in self._told if line.wall == wall and line.since_at]
        return {str(one.to_unit or one.to_branch or one.to_capacity.person) for one in grounds}

    def consent(self, unit: UUID, wall: int) -> UUID | None:
        """The standing yes that covers a wall for a unit."""
        return self._standing.get((unit, wall))

    def guest(self, party: Party, record: Walled) -> Guest:
        """One of the others, as the rules see it."""
        told = any(self._tells(line, party, record) for line in self._told)
        return Guest(str(party.unit), told, self.consent(party.unit_id, record.wall) is not None)

    def _tells(self, line: Disclosure, party: Party, record: Walled) -> bool:
        ground = line.ground
        if line.wall != record.wall or not (
            ground.to_unit_id == party.unit_id or ground.to_branch_id == party.unit.branch_id
        ):
            return False
        by_itself = line.record_id == record.pk
        if not by_itself and not (line.since_at and line.since_at <= record.written_at):
            return False
        return record.about_person is None or self._third_opens(ground, record, by_itself=by_itself)

    def _third_opens(self, ground: Ground, record: Any, *, by_itself: bool) -> bool:
        """As guard.third_open() judges it: the person's own yes, or the record by itself on another ground in law."""
        if by_itself and ground.basis != Ground.Basis.CONSENT:
            return True
        return any(self._thirds.get((rest.consent_id, record.about_person)) for rest in ground.rests_on.all())

    def third(self, record: Any) -> bool | None:
        """Whether the other person whom a record is about has said yes to telling everyone here; None if nobody."""
        if record.about_person is None:
            return None
        asked = [self.consent(party.unit_id, record.wall) for party in self.others]
        return all(pk is not None and self._thirds.get((pk, record.about_person), False) for pk in asked)

    def is_put(self, record: Walled) -> bool:
        """Whether everyone at the table can read a record of one's own compartment."""
        return bool(self.others) and all(self.guest(party, record).is_told for party in self.others)

    def tell(self, record: Walled, units: Iterable[UUID]) -> None:
        """Tell this one record to these units, each on the yes that covers it; what is told already is left."""
        wanted = {party.unit_id: party for party in self.others if party.unit_id in set(units)}
        for unit, party in wanted.items():
            pk = self.consent(unit, record.wall)
            if pk and not self.guest(party, record).is_told:
                ground = ground_for(Consent.objects.select_related("body").get(pk=pk), [record.wall], self.at)
                guard.disclose_record(ground, record.wall, record.pk)
