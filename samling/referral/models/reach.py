"""Which teams a school can turn to about one child, and what the family's yes to each covers."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from samling.access.models import Ground
from samling.agenda.models import TeamDecision
from samling.agenda.rules import Kind
from samling.kernel.categories import Category, category_of
from samling.people.models import Child, Unit

from .asked import ground_for
from .served import ServedSchool

WORDS = {"child_words": Category.VOICE, "guardian_words": Category.HOME}


@dataclass(frozen=True, slots=True)
class Reach:
    """The teams that meet the school: those a standing yes opens, and those the home has not said yes to."""

    grounds: dict[Unit, Ground | None]
    decision: UUID | None

    @classmethod
    def of(cls, child: Child, at: dt.datetime) -> "Reach":
        """Read anew: a yes that is taken back is gone from here."""
        teams = ServedSchool.teams_of(child.unit_id, at)
        rows = TeamDecision.objects.filter(subject_id=child.pk, kind=Kind.REFER, ended_at=None, withdrawn_at=None)
        latest = rows.order_by("-written_at").values_list("pk", flat=True).first()
        return cls({team: ground_for(child.pk, team.pk, at) for team in teams}, latest)

    @property
    def open(self) -> list[Unit]:
        """The teams that can be asked now."""
        return [team for team, ground in self.grounds.items() if ground]

    @property
    def shut(self) -> list[Unit]:
        """The teams that the home has not said yes to, or that have not been told the name."""
        return [team for team, ground in self.grounds.items() if not ground]

    @property
    def only(self) -> str:
        """The one team there is to ask."""
        return str(self.open[0].pk) if len(self.open) == 1 else ""

    @property
    def covers(self) -> set[str]:
        """Whose words the yes lets travel: the child's, the home's."""
        kinds = [{category_of(one) for one in ground.walls} for ground in self.grounds.values() if ground]
        return {name for name, kind in WORDS.items() if kinds and all(kind in told for told in kinds)}
