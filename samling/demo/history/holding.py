"""Who had a matter from when to when, and every row that could still change, as it stands today."""

from . import days
from .child import MORNING
from .data import words
from .data.tables import TABLES
from .places import SOCIAL, there, walls
from .school import CONCERN
from .scribe import KEPT_CLOSE, NONE, STAFF
from .team import Journey


def written(journey: Journey) -> None:
    """Everything that could still change, as it stands today; and who coordinated from when to when."""
    if journey.begun:
        _coordinated(journey)
    for table, row in journey.later:
        columns, _constants = TABLES[table]
        journey.scribe.put(table, *(row.get(one, NONE) for one in columns))


def _coordinated(journey: Journey) -> None:
    """The head until the team meets the family; then whoever sits on the team's chair, who hands over when she leaves."""
    life, key, head = journey.life, journey.key, journey.life.school.head.capacity
    first = days.stamp(journey.begun, MORNING + 300)
    turns = [(first, head, life.school.health.capacity, head)]
    before = NONE
    for one in journey.chair:
        begins = max(one.begins, journey.opened)
        if not journey.opened or one.ends <= journey.opened or begins >= life.today:
            continue
        begun, ends = days.stamp(begins, MORNING + 330), one.ends
        gone = days.stamp(ends, MORNING + 330) if ends < life.today else NONE
        because = "opened the child" if before == NONE else "Tar över i teamet."
        journey.scribe.put("access_assignment", life.id(), begun, gone, walls(journey.team.number, SOCIAL), one.capacity, NONE, journey.own,
                           one.capacity, one.capacity if gone != NONE else NONE, before, because)
        if before != NONE and journey.coordinated:
            _handed(journey, before, one.capacity, begun)
        if journey.coordinated and ends > journey.coordinated:
            taken = max(begins, journey.coordinated)
            news = [mentor.begins for mentor in life.group.mentors if taken < mentor.begins < min(ends, life.today)]
            for day in (taken, *news):
                turns.append((days.stamp(day, MORNING + 345), one.capacity, there(life.group.mentors, day).capacity, head))
        before = one.capacity
    for (since, who, deputy, by), until in zip(turns, [turn[0] for turn in turns[1:]] + [NONE], strict=True):
        journey.scribe.put("journey_coordination", life.id(), since, until, who, deputy, by, key)


def _handed(journey: Journey, giver: str, receiver: str, at: str) -> None:
    relay, place = journey.life.id(), journey.mine(CONCERN)
    journey.scribe.head("relay_relay", relay, place, giver, at, STAFF, giver, receiver, at, receiver)
    journey.scribe.body("relay_relaybody", relay, place, journey.life.fill(words.UNWRITTEN))
    journey.life.tell("child handed over", place, receiver, at, KEPT_CLOSE, relay)

