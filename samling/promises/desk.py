"""What the page of a plan with its promises is laid out from."""

import datetime as dt
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.utils.translation import gettext

from samling.contact.models import custodial
from samling.journey.models import Draft, Party
from samling.people.languages import LANGUAGES
from samling.plan.models import Goal, Plan, Wording, bank
from samling.plan.models.beside import promises_beside
from samling.plan.rules import t_score
from samling.records.clock import now, today
from samling.ui.asking import sent
from samling.ui.words import listed

from .forms import PromiseForm, What
from .lanes import Mark, picture
from .models import Promise
from .models.asking import Asking, asking
from .models.makers import makers
from .models.texts import LEVELS, in_words, is_adapted
from .models.whole import Whole
from .reference import RHYTHMS
from .rules import NO_YES, Quiet, State

READERS = {"staff", "home", "child"}


class Line(NamedTuple):
    """One promise on the page."""

    promise: Promise
    text: str
    adapted: bool
    state: State
    how: str
    quiet: Quiet
    rhythm: str
    asking: Asking | None = None
    language: str = ""  # when it is another than the page's

    @property
    def shows_silence(self) -> bool:
        """Whether the page says that nothing has been heard: first to the maker, then to everyone."""
        return self.quiet is Quiet.HOLDER or (self.quiet is Quiet.MAKER and self.promise.is_mine)


class Aim(NamedTuple):
    """One goal with what is promised for it."""

    goal: Goal | None
    said: dict[str, Any]
    lines: list[Line]


def page_of(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    """The plan: goals with their promises, the lanes, what a SIP lacks, what is let go, the versions."""
    on, whole, level = today(), Whole(plan), reading(request)
    asks = asking(whole.promises, plan, by=request.capacity.pk, at=now()) if level == "staff" else {}
    levels = readers(plan, level, request.GET.get("who", ""))
    language = next((one.language for one in levels if one.is_here), "")
    lines = [line_of(one, whole, level, on, language)._replace(asking=asks.get(one.pk)) for one in whole.promises]
    kept = [one for one in lines if one.state not in (State.RELEASED, State.NO_HELP)]
    marks = [Mark(one.promise.who, one.promise.side, one.promise.starts_on, one.promise.until_on, one.state, one.quiet) for one in kept]
    return {
        "plan": plan, "child": plan.child, "today": on, "level": level, "whole": whole,
        "levels": levels, "unwritten": dict(LANGUAGES).get(language, "") if language and language not in bank.banks() else "",
        "aims": aims(whole, kept), "lanes": picture(marks, on), "kept": kept,
        "gone": [one for one in lines if one not in kept], "beside": promises_beside(plan.subject_id),
        "missing": (lacks := whole.sip() if plan.kind == Plan.Kind.SIP else []), "asks_yes": plan.writes and NO_YES in lacks,
        "called": Plan.Kind(whole.kind).label,
        "score": score(whole.goals), "readers": plan.readers,
        "copies": listed([str(one.unit) for one in plan.parties if one.how == Party.How.COPY]),
    }  # fmt: skip


def reading(request: HttpRequest) -> str:
    """As whom the page is read."""
    asked = request.GET.get("as", "staff")
    return asked if asked in READERS else "staff"


class Reader(NamedTuple):
    """Somebody whom the plan can be read as."""

    address: str
    name: str
    is_here: bool
    language: str = ""


def readers(plan: Plan, level: str, who: str) -> list[Reader]:
    """All who read it, by name where they have one: the staff, every guardian, the child; and whose reading this is."""
    home = [(str(one["id"]), one["given_name"], one["language"]) for one in (custodial(plan.child.pk) if plan.child else [])]
    staff, guardians, child = LEVELS
    near = home or [("", gettext("a guardian"), "")]
    here = who if who in {key for key, *_more in near} else near[0][0]
    return [
        Reader(f"?as={staff}", gettext("the staff"), level == staff),
        *(Reader(f"?as={guardians}" + (f"&who={key}" if key else ""), name, level == guardians and key == here, language)
          for key, name, language in near),
        Reader(f"?as={child}", plan.called or gettext("the child"), level == child),
    ]


def line_of(one: Promise, whole: Whole, level: str, on: dt.date, language: str = "") -> Line:
    """A promise as one of the three reads it, in her language where the phrase bank has it."""
    said, latest = whole.said.get(one.pk, {}), one.latest
    other = language if bank.has(str(said.get("phrase", "")), language) else ""
    return Line(one, whole.text(one, level, language), is_adapted(said, level), one.state, in_words(latest) if latest else "",
                one.quiet(on), gettext(RHYTHMS[one.rhythm]), language=other)  # fmt: skip


def aims(whole: Whole, lines: list[Line]) -> list[Aim]:
    """Goals in their order, each with its promises; what has no goal of its own last."""
    live = whole.live()
    keys = {one.pk for one in live}
    found = [Aim(goal, whole.said.get(goal.pk, {}), [one for one in lines if one.promise.goal_id == goal.pk]) for goal in live]
    rest = [one for one in lines if one.promise.goal_id not in keys]
    return [*found, Aim(None, {}, rest)] if rest else found


def score(goals: list[Goal]) -> str:
    """T of the goals that have been marked, with one decimal; empty while none has."""
    latest = [max(marks, key=lambda one: (one.on, one.written_at)).level for goal in goals if (marks := list(goal.marks.all()))]
    found = t_score([(level, 1) for level in latest])
    return f"{found:.1f}" if found is not None else ""


def promise_form(request: HttpRequest, plan: Plan) -> PromiseForm:
    """An empty promise, or what was begun."""
    draft = Draft.at_place(place_of(plan), by=request.capacity.pk, at=now())
    begun = {name: said[0] for name, said in draft.typed.items() if said and name != "key"} if draft else {}
    goals = [(str(one.pk), one.body.words[:80]) for one in Whole(plan).live()]
    first: dict[str, Any] = {"starts_on": today(), "until_on": plan.review_on, "level": "individual"} | begun
    return PromiseForm(sent(request), initial=first, makers=makers(plan), goals=goals, called=plan.called)


def place_of(plan: Plan) -> str:
    """Where the draft of a promise is kept."""
    return f"promise-{plan.child.pk if plan.child else plan.pk}"


def what_of(stands: Wording | None, promise: Promise) -> dict[str, Any]:
    """What a promise says now, for the form that changes it."""
    said = stands.body.said if stands else {}
    days = {"rhythm": promise.rhythm, "starts_on": promise.starts_on, "until_on": promise.until_on}
    return {name: said.get(name, "") for name in What.base_fields if name in said} | days | {"seen": stands.number if stands else 0}
