"""Finding a pupil of one's own unit by name and class; the roster tells nothing else."""

from uuid import UUID

from django.db.models import Q, QuerySet

from samling.access import guard
from samling.kernel.answer import insist
from samling.people.models import Capacity, Child, RosterEntry, Unit

from .. import rules
from .raised import workplace

MOST = 30
SHORTEST = 2  # letters


def pupil(pk: UUID) -> RosterEntry | None:
    """A pupil of one's own unit, or nothing."""
    return RosterEntry.objects.filter(pk=pk).first()


def pupils(by: Capacity, *, name: str = "", group: str = "") -> QuerySet:
    """Pupils of the unit whose name begins so, or of a class; one's own class when nothing is asked for."""
    found = RosterEntry.objects.filter(unit=workplace(by)).order_by("sort_key")
    words = name.split()[:4]
    if sum(map(len, words)) < SHORTEST and not group:
        return found.filter(mentor_id=by.pk)[:MOST]
    for word in words:
        found = found.filter(Q(given_name__istartswith=word) | Q(family_name__istartswith=word))
    return (found.filter(group__iexact=group) if group else found)[:MOST]


def groups(by: Capacity) -> list[str]:
    """The classes of the unit."""
    every = RosterEntry.objects.filter(unit=workplace(by))
    return list(every.values_list("group", flat=True).order_by("group").distinct())


def opened_pupil(entry: RosterEntry, by: Capacity) -> Child:
    """The child behind a pupil, opened by this capacity as far as it may."""
    unit = workplace(by)
    insist(rules.may_name_at_once(domain=unit.branch.domain, unit_kind=unit.kind))
    return Child.objects.get(pk=guard.open_child(unit.pk, roster=entry.pk))


def known_names(by: Capacity) -> tuple[list[str], list[str]]:
    """What a text without a name may not hold: pupils and children whom the writer may find, and the schools around."""
    pupils = RosterEntry.objects.filter(unit=workplace(by)).values_list("given_name", "family_name", "group")
    mine = Child.objects.mine().values_list("given_name", "family_name", "group")
    names = {word for row in [*pupils, *mine] for word in row if word}
    schools = Unit.objects.filter(kind__in=(Unit.Kind.SCHOOL, Unit.Kind.PRESCHOOL))
    return sorted(names), list(schools.values_list("name", flat=True))
