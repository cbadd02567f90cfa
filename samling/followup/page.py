"""What the pages of follow-up are laid out from: whom one can ask, what is left of each one's budget, what has come."""

import datetime as dt
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404
from django.utils.translation import get_language, gettext, ngettext

from samling.access import guard, looks
from samling.instruments.models import may_type
from samling.instruments.reading import find
from samling.instruments.scoring import DECLINED, UNKNOWN
from samling.instruments.shape import Kind, Voice
from samling.journey.models import journey_of
from samling.kernel.categories import SHARED_BRANCH, Category, wall
from samling.people.models import Capacity, Child
from samling.plan.models import Wording
from samling.plan.models.plans import plan_of
from samling.promises.models import Promise
from samling.promises.models.texts import text_of
from samling.promises.rules import OPEN, State
from samling.seating.models import readers
from samling.sharing.models import Table
from samling.ui.words import full_day

from . import rules
from .models import Ask, Person, Reply, Round, asks_of, budgets, key_of, of_child, solved_of
from .models import in_words as solved_words
from .models.asking import voices_written
from .models.people import people_of
from .models.replies import SCORED_BY
from .reference import ACTORS, WAYS

PROMISED = [state for state in OPEN if state is not State.ASKED]  # what nobody has said yes to cannot have helped


class Line(NamedTuple):
    """One person: what is left of what may be asked, in words, and what was asked in a round."""

    person: Person
    actor: str
    left: str
    may: bool
    ask: Ask | None = None


class Around:
    """The people around one child whom one can ask, read once."""

    def __init__(self, child: Child, by: Capacity, at: dt.datetime, today: dt.date):
        self.child, self.by, self.at, self.today = child, by, at, today

    @cached_property
    def people(self) -> list[Person]:
        """The child, each guardian whom nothing keeps us from, and the adults at school who work with the child."""
        return people_of(self.child, self.at, self.today)

    @cached_property
    def access(self) -> dict[int, bool]:
        """What one reads around the child, and where one writes."""
        return guard.my_access(self.child.pk)

    @cached_property
    def voices(self) -> set[Voice]:
        """Whose answers one may write down here."""
        return voices_written(self.child, self.access)

    @cached_property
    def asks(self) -> list[Ask]:
        """Every question that was put to somebody, the latest first."""
        return asks_of(self.child)

    @cached_property
    def budgets(self) -> dict[str, rules.Budget]:
        """What is left for each person by key."""
        return budgets(self.child, self.today, self.asks)

    def line(self, person: Person, round: Round | None = None) -> Line:
        """One person with the budget in words."""
        left = self.budgets.get(person.key, rules.Budget(None, self.today))
        asked = next((one for one in self.asks if round and one.round_id == round.pk and _key(one) == person.key), None)
        return Line(person, ACTORS[person.voice], in_words(left, self.today), left.may(self.today), asked)

    def lines(self, round: Round | None = None) -> list[Line]:
        """Everyone, the child first."""
        return [self.line(one, round) for one in self.people]

    @cached_property
    def promises(self) -> list[UUID]:
        """The promises that go on now, of those that one may read."""
        plan = plan_of(self.child.pk)
        return [one.pk for one in Promise.of_plan(plan) if one.state in PROMISED] if plan else []

    def takes_totals(self, round: Round) -> bool:
        """Whether a total can be typed in for a round: on an agreement in force, of somebody whose answers one writes down."""
        if round.time not in rules.FORMAL:
            return False
        voices = {one.voice for one in self.people} & self.voices
        return any(round.time in one.times and voices & set(one.voices) for one in may_type(self.today))


def _key(ask: Ask) -> str:
    return key_of(ask.voice, ask.person_id)


def in_words(left: rules.Budget, today: dt.date) -> str:
    """What is left of a person's budget, as staff see it before they ask."""
    if left.open_until:
        return gettext("cannot be asked now: a question is open until %(on)s") % {"on": full_day(left.open_until)}
    if left.free_on > today:
        return gettext("can be asked from %(on)s, or at a meeting") % {"on": full_day(left.free_on)}
    return gettext("can be asked now")


def minutes(seconds: int) -> str:
    """How long it takes, rounded up."""
    number = -(-seconds // 60)
    return ngettext("about %(n)d minute", "about %(n)d minutes", number) % {"n": number}


def child_page(child: Child, by: Capacity, at: dt.datetime, today: dt.date) -> dict[str, Any]:
    """Everything about the follow-up of one child: the rounds with who was asked, and whom one may ask."""
    around = Around(child, by, at, today)
    rounds = [(one, [ask for ask in around.asks if ask.round_id == one.pk]) for one in of_child(child)]
    return {
        "child": child, "today": today,
        "due": [pair for pair in rounds if not pair[0].done_at and pair[0].due_on <= today],
        "coming": [pair for pair in rounds if not pair[0].done_at and pair[0].due_on > today],
        "done": [pair for pair in rounds if pair[0].done_at][::-1],
        "lines": around.lines(), "solved": solved_words(solved_of(child)),
    }  # fmt: skip


def help_words(ask: Ask) -> dict[UUID, str]:
    """The promises that a sheet asks about, in the words for whoever is asked, after a look at the plan they stand in."""
    journey = journey_of(ask.subject_id)
    if not ask.helps or journey is None:
        return {}
    looks.look(journey, [wall(SHARED_BRANCH, Category.PLAN)], "ask how it is")
    return {line: text_of(said, rules.LEVELS[ask.sheet.voice]) for line, said in Wording.of(ask.helps).items()}


def child_of(subject: UUID) -> Child:
    """The child's row that an answer is about. Raises Http404."""
    found = Child.objects.filter(pk=subject).select_related(*Child.beside).first()
    if found is None:
        raise Http404
    return found


def ask_page(ask: Ask, by: Capacity, at: dt.datetime, today: dt.date) -> dict[str, Any]:
    """What one person was asked: until when it is open, what was answered, and whether it can be put on the table."""
    child, reply = child_of(ask.subject_id), ask.reply
    around = Table(child, at)
    return sheet_page(ask, by, at) | {
        "reply": reply, "today": today, "is_open": ask.is_open(today), "may_answer": ask.may_answer, "actor": ACTORS[Voice(ask.voice)],
        "rows": answer_rows(reply) if reply else [], "helps": _helps(ask, reply) if reply else [],
        "may_put": reply.may_put(around, by) if reply and around.others else None, "is_put": bool(reply and around.is_put(reply)),
        "validated": find(ask.package, ask.version).validated,
    }  # fmt: skip


def answer_rows(reply: Reply) -> list[tuple[str, str]]:
    """Each item that was asked, with the answer in words."""
    language = (get_language() or "sv")[:2]
    if reply.total is not None:
        return total_rows(reply, language)
    said = {UNKNOWN: gettext("don't know"), DECLINED: gettext("don't want to answer")}
    rows = []
    for code in reply.scored.asked if reply.answers else ():
        given, item = reply.answers.get(code), reply.asked.item(code)
        steps = {step.value: step.words[language] for step in reply.asked.steps}
        words = said.get(given) or (steps.get(given) if item.kind is Kind.SCALE else given)  # type: ignore[arg-type]
        rows.append((item.text[language], "–" if words is None else str(words)))
    return rows


def total_rows(reply: Reply, language: str) -> list[tuple[str, str]]:
    """A total with its range, and who scored it."""
    package = reply.asked
    told = {"total": f"{float(reply.total or 0):g}", "least": f"{package.least:g}", "most": f"{package.most:g}"}
    total = gettext("%(total)s, on a range from %(least)s to %(most)s") % told
    return [(package.title[language], total), (gettext("Scored by"), str(reply.answers.get(SCORED_BY, "")))]


def _helps(ask: Ask, reply: Reply) -> list[tuple[str, str]]:
    words = help_words(ask)
    said = {"yes": gettext("Yes"), "some": gettext("A little"), "no": gettext("No")}
    return [(words.get(key, gettext("A promise")), said.get(str(reply.helps.get(str(key))), "–")) for key in ask.helps if reply.helps]


def sheet_page(ask: Ask, by: Capacity, at: dt.datetime) -> dict[str, Any]:
    """One sheet: whom it is for, how long it takes, who reads the answers."""
    child = child_of(ask.subject_id)
    return {
        "ask": ask, "child": child, "takes": minutes(ask.seconds), "readers": readers(child.pk, [ask.wall], at),
        "time": ask.known_round.title if ask.known_round else "", "way": gettext(WAYS[rules.How(ask.how)]),
        "called": child.called or child.given_name,
    }  # fmt: skip
