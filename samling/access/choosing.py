"""Which capacity one acts in: one at a time, chosen by oneself, on record (decision 2 of the design)."""

from samling.people.accounts import Session
from samling.people.models import Capacity
from samling.people.models.staff import FAMILY_ROLES
from samling.people.roles import ROLES
from samling.records.clock import now

from . import looks

KINDS = {"guardian": Session.Kind.GUARDIAN, "self": Session.Kind.SELF}


def choices(person_id):
    """The person's capacities in force, those of the family last; unapproved ones do not count yet."""
    related = Capacity.objects.select_related("person", "unit__branch__organisation")
    mine = related.filter(person_id=person_id).standing(now()).order_by("from_at", "id")
    return sorted(filter(_counts, mine), key=lambda one: one.role in FAMILY_ROLES)


def choose(request, capacity):
    """Act in this capacity from the next statement on. The guard judges it anew each time."""
    request.session.act_as(capacity.pk, KINDS.get(capacity.role, Session.Kind.STAFF))
    looks.record("switch", "choose capacity", [])


def only_choice(request, found):
    """The single capacity there is, unless it has already been tried and the guard said no."""
    row = request.session.current()
    fresh = [one for one in found if row is None or one.pk != row.capacity_id]
    return fresh[0] if len(found) == len(fresh) == 1 else None


def _counts(capacity):
    rule = ROLES.get(capacity.role)
    needs = bool(capacity.unit_id and rule and rule.needs_second_approval)
    return capacity.approved_by_id is not None or not needs
