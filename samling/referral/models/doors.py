"""Where a referral leads: one's own page about the child, and the other doors there are to point at."""

from typing import Any

from samling.journey.models import Party
from samling.people.models import Capacity, Child, Unit

from .asked import Referral

BESIDE = ("social", "health")


def own_row(referral: Referral, by: Capacity) -> Child | None:
    """The child as one's own side knows her."""
    assert by.unit is not None
    rows = Party.objects.filter(journey_id=referral.subject_id, unit__branch_id=by.unit.branch_id)
    found = rows.filter(child_id__isnull=False).values_list("child_id", flat=True)
    return Child.objects.select_related("unit").filter(pk__in=list(found)).first()


def doors(referral: Referral) -> Any:
    """The units that can be pointed at: social services, health care and other teams, not the one that was asked."""
    rows = Unit.objects.filter(branch__domain__in=BESIDE).exclude(pk=referral.party.unit_id)
    return rows.select_related("branch__organisation").order_by("branch__organisation__name", "name")
