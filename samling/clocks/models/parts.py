"""How one's own side takes part around each of many children, and how far those who help together have come there."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from samling.journey.models import Party, sides_of
from samling.people.models import Child
from samling.records.question import Question

from ..stage_rules import TOLD, Happened, Stage, Standing, standing

# The latest that was told in the shared space of a part, and when one first came so far together; and how it ends there. Joined in, a
# space that one has left would hide the part.
FAR = """(select json_build_object('heard', max(e.written_at), {moments}) from journey_event e
                where e.subject_id = {{side}}.journey_id and e.withdrawn_at is null),
             (select json_build_object('stepping', j.stepping_at, 'shut', j.closed_at) from journey_journey j
                where j.subject_id = {{side}}.journey_id)""".format(
    moments=", ".join(f"'{stage}', min(e.written_at) filter (where e.kind = any (%({stage})s))" for stage in TOLD))  # fmt: skip
MOMENTS = {str(stage): list(kinds) for stage, kinds in TOLD.items()}  # the values that FAR is put with
MAY_HAVE_LEFT = (Stage.QUIET, Stage.CONSENT, Stage.CLOSED)  # what one's own page says after one's part is over


class Part(NamedTuple):
    """How one's own side takes part, or took part; `told` and `turned` have the moments of the shared space by name, as text."""

    child: UUID
    accepted_at: dt.datetime
    left_at: dt.datetime | None
    ground: UUID | None
    told: dict[str, str | None] | None
    turned: dict[str, str | None] | None = None

    @classmethod
    def of(cls, child: UUID, said: list[Any]) -> "Part":
        """As a statement tells it: everything but whose it is, moments as text."""
        accepted_at, left_at, ground, told, turned = said
        at = dt.datetime.fromisoformat
        return cls(child, at(accepted_at), at(left_at) if left_at else None, ground, told, turned)

    def when(self, name: str) -> dt.datetime | None:
        """When something of this name happened in the shared space."""
        said = {**(self.told or {}), **(self.turned or {})}.get(name)
        return dt.datetime.fromisoformat(said) if said else None

    @property
    def turns(self) -> list[Happened]:
        """What the shared space says of the stage: how far one has come together, that less is done, that it is closed."""
        ways = [(kinds[0], self.when(stage)) for stage, kinds in TOLD.items()]
        ends = [("stepping down", self.when("stepping")), ("matter closed", self.when("shut"))]
        return [Happened(kind, at) for kind, at in [*ways, *ends] if at]


def standing_of(child: Child, path: list[Any]) -> Standing:
    """Where one child stands, with since when one's own side helps on another's invitation, or that its part in it is over."""
    happened = [Happened(*event) for event in path]
    here = next((one for one in sides_of(child.pk) if one.ground and not one.ended_at), None)
    found = standing(happened, here.accepted_at if here else None)
    gone = _left.first(child.pk) if found.stage in MAY_HAVE_LEFT and not sides_of(child.pk) else None
    return standing(happened, *gone) if gone else found


@Question
def _left(child: Any) -> QuerySet:
    parts = Party.objects.filter(child_id=child, accepted_at__isnull=False, ground_id__isnull=False, ended_at__isnull=False)
    return parts.order_by("-ended_at").values_list("accepted_at", "ended_at")[:1]


def stood(spine: list[Happened], side: Part | None) -> Standing:
    """Where a child's matter stands, from her own page and from one's part in the shared space."""
    if side is None:
        return standing(spine)
    return standing([*spine, *side.turns], side.accepted_at if side.ground else None, side.left_at)
