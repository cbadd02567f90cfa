"""The front of a checklist: its steps and cards as tasks, and the ways on from there."""

from django.urls import reverse
from django.utils.translation import gettext

from samling.checklist import rules
from samling.checklist.models import Decision, Sitting
from samling.checklist.models.decision import COUNTS
from samling.journey.models import Event
from samling.questions.rules.shape import Block
from samling.ui.parts import Task


def address(sitting: Sitting, name: str, *code: str) -> str:
    """The path of one of the checklist's pages."""
    return reverse(f"checklist:{name}", args=[sitting.checklist.pk, *code])


def tasks(sitting: Sitting) -> list[Task]:
    """The steps of the path with their four honest states."""
    return [
        Task(gettext(page.title), address(sitting, "page", page.code), sitting.states[page.code])
        for page in sitting.path
    ]


def cards(sitting: Sitting) -> dict[str, list[Task]]:
    """The cards that are open, and those that one more click opens; none of them is missing."""
    opened = {card.code for card in sitting.open_cards}
    return {
        "opened": [_card(sitting, card) for card in sitting.open_cards],
        "closed": [_card(sitting, card) for card in sitting.cards if card.code not in opened],
    }


def _card(sitting: Sitting, card: Block) -> Task:
    state = rules.STARTED if sitting.count([card]) else rules.TODO
    return Task(gettext(card.title), address(sitting, "card", card.code), state)


def next_step(sitting: Sitting, after: str | None = None) -> str:
    """The step after this one, else where one was, that is not done or left out; empty when there is none."""
    step = rules.next_step(sitting.states, after=after) if after else rules.resume(sitting.states, sitting.marks)
    return address(sitting, "page", step) if step else ""


def counts(sitting: Sitting, decision: Decision | None) -> list[str]:
    """Whether what was solved here counts, as later chapters say it."""
    if decision is None or sitting.child is None or decision.kind != Decision.Kind.SOLVED_HERE:
        return []
    return [words for say in COUNTS if (words := say(decision, sitting.child))]


def is_asked(sitting: Sitting, decision: Decision | None) -> bool:
    """Whether the story tells that the family has been asked since it was decided to go further."""
    if decision is None or decision.kind != Decision.Kind.FURTHER:
        return False
    asked = Event.objects.filter(subject_id=sitting.child.pk, kind="consent asked")
    return asked.filter(written_at__gte=decision.written_at).exists()


def ways(sitting: Sitting) -> dict[str, str]:
    """Where one can go from the front, and what the way on is called."""
    begun = any(state != rules.TODO for state in sitting.states.values())
    return {
        "next": next_step(sitting),
        "label": gettext("Go on where you were") if begun else gettext("Begin with the first step"),
        "sheet": address(sitting, "sheet"),
        "decision": address(sitting, "decision"),
        "follow_up": address(sitting, "follow-up"),
    }
