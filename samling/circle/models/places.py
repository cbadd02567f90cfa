"""Where what is said of the people around a child is kept: in the shared space when there is one, else at home."""

from uuid import UUID

from samling.access import guard
from samling.contact.models import place
from samling.journey.models import Party, journey_of
from samling.kernel.categories import SHARED_BRANCH, Category, wall
from samling.people.models import Child

MATTER = wall(SHARED_BRANCH, Category.MATTER)


def space(child: UUID) -> tuple[UUID, int]:
    """Subject and wall for what all parties may know; the wall is 0 where the acting capacity writes neither."""
    journey = journey_of(child)
    if journey and guard.my_access(journey).get(MATTER):
        return journey, MATTER
    return child, place(child, Category.CONCERN)


def home_of(subject: UUID) -> Child | None:
    """The child on one's own side that a row of the shared space, or of the child, is about."""
    sides = Party.objects.filter(journey_id=subject, child_id__isnull=False).values("child_id")
    rows = Child.objects.filter(pk=subject) | Child.objects.mine().filter(pk__in=sides)
    return rows.select_related("unit__branch").first()
