"""What counts as solved where it was: asked again of the school and of the child or home, and not come back within a year."""

import datetime as dt

from django.utils.translation import gettext

from samling.checklist.models import Decision, FollowUp
from samling.checklist.models.decision import COUNTS, FOLLOWED
from samling.concern.models import Signal
from samling.instruments.shape import Time, Voice
from samling.journey.models import Event
from samling.people.models import Capacity, Child
from samling.ui.words import full_day

from ..rules import Solved, State, solved_in_words
from .lists import answered
from .rounds import day, of_child

BACK = "concern came back"


def solved_of(child: Child) -> Solved | None:
    """What is known of the latest decision “solved here” of a child, also of one that was taken back."""
    latest = _decided(child).order_by("-written_at").first()
    return found_of(latest, child) if latest else None


def found_of(decision: Decision, child: Child) -> Solved | None:
    """What is known of a decision “solved here”; None when its follow-up has carried it further."""
    found = FollowUp.objects.filter(decision=decision, withdrawn_at=None).order_by("-written_at").first()
    if found is not None and found.result != FollowUp.Result.SOLVED:
        return None
    since = day(decision.written_at)
    said = [one for one in answered(child) if one.time is Time.SOLVED and one.state is State.ANSWERED and one.on >= since]
    voices = {one.voice for one in said}
    days = [one.on for one in said] + ([day(found.written_at)] if found else [])
    return Solved(
        school=found is not None or Voice.SCHOOL in voices,
        child=Voice.CHILD in voices or bool(found and found.asked_child),
        home=Voice.HOME in voices or bool(found and found.asked_home),
        answered_on=max(days, default=None),
        ended_on=day(decision.ended_at) if decision.ended_at else None,
        back_on=came_back(child, decision.written_at),
    )


def solved_here_confirmed(decision: Decision, child: Child) -> bool:
    """Whether a decision “solved here” counts: confirmed by its follow-up, and no concern has come back in a year."""
    found = found_of(decision, child)
    return found is not None and found.counts


def came_back(child: Child, since: dt.datetime) -> tuple[dt.date, ...]:
    """The days on which a concern was noted anew, or came back, after a moment."""
    signals = Signal.objects.filter(subject_id=child.pk, withdrawn_at=None, written_at__gt=since)
    events = Event.objects.filter(subject_id=child.pk, kind=BACK, written_at__gt=since)
    return tuple(day(at) for rows in (signals, events) for at in rows.values_list("written_at", flat=True))


def in_words(found: Solved | None) -> str:
    """Whether it counts, as the school reads it; empty when there is nothing to say."""
    if found is None:
        return ""
    said, on = solved_in_words(found)
    return gettext(said) % {"on": full_day(on)} if on else gettext(said)


def _decided(child: Child):
    return Decision.objects.filter(subject_id=child.pk, kind=Decision.Kind.SOLVED_HERE, withdrawn_at=None)


def ask_no_more(decision: Decision, by: Capacity, at: dt.datetime) -> None:
    """The follow-up has been written down: the day on which it was to be asked about is done."""
    child = Child.objects.filter(pk=decision.subject_id).select_related("branch").first()
    for one in of_child(child) if child else ():
        if one.time == Time.SOLVED and not one.done_at and one.writes:
            one.finish(by=by, at=at)


FOLLOWED.append(ask_no_more)
COUNTS.append(lambda decision, child: in_words(found_of(decision, child)))
