"""The people around a checklist: who can be given a chair, and who reads what is written."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext

from samling.access.models import Assignment, Disclosure
from samling.people.models import Capacity, Guardian
from samling.questions.rules.shape import Block

from .sitting import Sitting

LEADERS = ("head_teacher", "deputy_head", "preschool_head")


def colleagues(sitting: Sitting) -> list[Capacity]:
    """Those who work with the child now, and the leaders of its unit."""
    given = Assignment.objects.standing(sitting.at).filter(
        subject_id=sitting.checklist.subject_id, capacity__isnull=False
    )
    leads = Q(unit_id=sitting.child.unit_id, role__in=LEADERS) if sitting.child else Q(pk=None)
    near = Capacity.objects.standing(sitting.at).filter(Q(pk__in=given.values("capacity_id")) | leads)
    return list(near.select_related("person", "unit__branch").order_by("person__sort_key"))


def guardians(sitting: Sitting) -> list[Guardian]:
    """The guardians of the child that this person may read of."""
    standing = Guardian.objects.standing(sitting.at).filter(subject_id=sitting.checklist.subject_id)
    return list(standing.order_by("given_name"))


def readers(sitting: Sitting, blocks: Iterable[Block]) -> list[str]:
    """Who can read these blocks now, by name; a unit stands for those who lead it, or who were told."""
    walls, subject = [sitting.wall(block) for block in blocks], sitting.checklist.subject_id
    given = Assignment.objects.standing(sitting.at).filter(subject_id=subject, walls__overlap=walls)
    told = Disclosure.objects.filter(subject_id=subject, wall__in=walls, ended_at=None, record_id=None)
    stands = Q(ground__until_at=None) | Q(ground__until_at__gt=sitting.at)
    names = [
        str(row.capacity.person) if row.capacity else gettext("those who lead %(unit)s") % {"unit": row.unit}
        for row in given.select_related("capacity__person", "unit").order_by("capacity__person__sort_key")
    ]
    for row in told.filter(stands).select_related("ground__to_unit", "ground__to_capacity__person"):
        names.append(str(row.ground.to_unit or row.ground.to_capacity.person))
    return list(dict.fromkeys(names))
