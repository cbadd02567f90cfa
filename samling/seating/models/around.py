"""The people around a child: who can be given a chair, and who reads what is written."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext

from samling.access.models import Assignment, Disclosure
from samling.kernel.categories import category_of
from samling.people.models import Capacity, Child, Guardian, RoleRight, Unit
from samling.records.shape import standing_at

LEADERS = ("head_teacher", "deputy_head", "preschool_head")


class Speaker(NamedTuple):
    """Someone whose words a record can hold. `key` is what the form sends."""

    key: str
    voice: str
    name: str
    role: str
    shape: str
    id: UUID | None = None

    @property
    def heads(self) -> dict[str, Any]:
        """What a record keeps of it."""
        return {"voice": self.voice, "voice_id": self.id, "voice_name": self.name[:80], "voice_role": self.role[:60],
                "shape": self.shape}  # fmt: skip

    @property
    def label(self) -> str:
        """Name and what the person is here."""
        return f"{self.name}, {self.role}" if self.role else self.name


def colleagues(child: Child, at: dt.datetime) -> list[Capacity]:
    """Those who work with the child now, and the leaders of its unit."""
    given = Assignment.objects.standing(at).filter(subject_id=child.pk, capacity__isnull=False)
    leads = Q(unit_id=child.unit_id, role__in=LEADERS)
    near = Capacity.objects.standing(at).filter(Q(pk__in=given.values("capacity_id")) | leads)
    return list(near.select_related("person", "unit__branch").order_by("person__sort_key"))


def guardians(child: Child, at: dt.datetime) -> list[Guardian]:
    """The guardians of the child that one may read of; of whoever is of age there are none."""
    return [] if child.is_of_age(at) else list(Guardian.objects.standing(at).filter(subject_id=child.pk).order_by("given_name"))


def readers(subject: UUID, walls: Iterable[int], at: dt.datetime) -> list[str]:
    """Who can read behind these walls now, by name; a unit stands for those who lead it, or who were told."""
    behind = list(walls)
    given = Assignment.objects.standing(at).filter(subject_id=subject)
    own = given.filter(walls__overlap=behind, capacity__isnull=False).select_related("capacity__person")
    names = [str(row.capacity.person) for row in own.order_by("capacity__person__sort_key") if row.capacity]
    led = _led(given.filter(unit__isnull=False).values("unit_id"), behind, at)
    names += [gettext("those who lead %(unit)s") % {"unit": unit} for unit in led]
    told = Disclosure.objects.filter(subject_id=subject, wall__in=behind, ended_at=None, record_id=None)
    stands = Q(ground__until_at=None) | Q(ground__until_at__gt=at)
    for row in told.filter(stands).select_related("ground__to_unit", "ground__to_capacity__person"):
        names.append(str(row.ground.to_unit or row.ground.to_capacity.person))
    return list(dict.fromkeys(names))


def _led(units: Any, walls: list[int], at: dt.datetime) -> list[Unit]:
    """The units whose leaders read behind one of these walls through the whole unit's assignment."""
    kinds = [category_of(wall) for wall in walls]
    roles = RoleRight.objects.filter(standing_at(at), whole_unit__overlap=kinds).values("role")
    leads = Capacity.objects.standing(at).filter(role__in=roles, unit_id__in=units)
    return list(Unit.objects.filter(pk__in=leads.values("unit_id")).order_by("name"))
