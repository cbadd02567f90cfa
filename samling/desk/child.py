"""The facts of a child's page: where it stands, what is next, what the child has said."""

import datetime as dt
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from samling.access import guard
from samling.checklist.models import AnswerBody, Checklist, Decision
from samling.clocks import stage_rules
from samling.clocks.models import standing_of
from samling.clocks.stage_rules import Stage, Standing
from samling.concern.rules import RECEIVING
from samling.journey.models import is_awaited
from samling.journey.rules import noted
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child
from samling.records.clock import STOCKHOLM, now
from samling.records.question import Question
from samling.referral.models.reach import Reach
from samling.ui.parts import Step

from . import rules
from .rules import Can, Facts, Next
from .sentences import just_now
from .together import Way

WORDS = ("q-words", "q-first")  # the questions whose answers are the child's own words


class Said(NamedTuple):
    """The child's latest words, as they were said."""

    words: str
    on: dt.date


def page_of(
    child: Child, by: Capacity, story: dict[str, Any], consents: dict[str, Any], *, home: list[Any], referral: dict[str, Any],
    way: Way, closing: dict[str, Any] | None = None
) -> dict[str, Any]:
    """The sentence, the path, exactly one next step, and the child's latest words.

    `home`: those there; one of them may be stopped, if the reader may know. `referral`: the question to a team, and whether she
    asks it. `way`: what the page has read of the way together.
    """
    found = standing_of(child, story["path"])
    can = replace(_can(child, by), refer=referral["may_ask"])
    facts = _facts(child, found, story, consents, is_stopped=can.may_know and any(one.is_stopped for one in home))
    facts = replace(facts, **_closing_facts(closing or {}, story["today"]), **way.facts(by))
    step = rules.next_step(found, can, facts)
    waits = [name for line in consents["waiting"] for name in line.status.waits_for]
    return {
        "standing": found,
        "closing": closing,
        "sentence": just_now(child, found, facts, list(dict.fromkeys(waits))),
        "steps": [Step(gettext(name), state) for name, state in stage_rules.path(found)],
        "next_words": gettext(rules.NEXT_WORDS[step]),
        "next_url": way.address(step) or _address(step, child, found, consents, closing or {}),
        "follow_up_on": facts.follow_up_on,
        "checklist": found.record("checklist begun"),
        "said": last_words(child.pk) if found.has("checklist begun") else None,
        "may_fill_in": can.fill_in,
        "may_note": can.note,
        "may_know": can.may_know,
    }


def _facts(
    child: Child, found: Standing, story: dict[str, Any], consents: dict[str, Any], *, is_stopped: bool
) -> Facts:
    return Facts(
        today=story["today"],
        follow_up_on=_decided.first(child.pk) if found.stage is Stage.TRYING else None,
        said_yes=bool(consents["yes"]),
        is_asked=consents["any"],
        waits=bool(consents["waiting"]),
        is_met=story["is_met"],
        is_alone=found.stage in (Stage.TOGETHER, Stage.MAPPING) and not story["is_met"] and not is_awaited(child.pk),
        is_stopped=is_stopped,
        meets_team=stage_rules.is_told(found) and not story["is_met"] and bool(Reach.of(child, now()).open),
    )


def _closing_facts(told: dict[str, Any], today: dt.date) -> dict[str, Any]:
    """What the latest decision and the closing say about the next step."""
    decision, closing = told.get("decision"), told.get("closing")
    goes_back = bool(closing and closing.back_until_on and today <= closing.back_until_on)
    again = today if told.get("back") else None
    decide_on = decision.next_on or again if decision else None
    return {"decide_on": decide_on, "is_closing": bool(closing and closing.is_open), "goes_back": goes_back}


@Question
def _decided(child: Any) -> QuerySet:
    decided = Decision.objects.filter(subject_id=child, ended_at=None, withdrawn_at=None, follow_ups=None)
    return decided.order_by("-written_at").values_list("follow_up_on", flat=True)[:1]


def _can(child: Child, by: Capacity) -> Can:
    access, number = guard.my_access(child.pk), by.unit.branch.number
    concerns = wall(number, Category.CONCERN)
    return Can(
        handle=by.role in RECEIVING and concerns in access,
        ask=access.get(wall(number, Category.CONSENT), False),
        note=bool(noted(access)),
        fill_in=bool(Checklist.may_begin(child, by, access)),
        may_know=wall(number, Category.NO_CONTACT) in access,
    )


def _address(step: Next, child: Child, found: Standing, consents: dict[str, Any], closing: dict[str, Any]) -> str:
    waiting = [line.asked.consent.pk for line in consents["waiting"]]
    record: dict[Next, tuple[str, Any]] = {
        Next.TAKE_CARE: ("concern:show", found.record("concern noted")),
        Next.GO_ON: ("checklist:continue", found.record("checklist begun")),
        Next.FOLLOW_UP: ("checklist:follow-up", found.record("checklist begun")),
        Next.ANSWER: ("consent:show", waiting[0] if waiting else None),
        Next.LET_GO: ("closing:closing", closing["closing"].pk if closing.get("closing") else None),
        Next.OPEN: ("sharing:opening", found.record("consent asked")),
    }
    page = {
        Next.TELL: "concern:new-child",
        Next.BEGIN: "checklist:begin",
        Next.ASK: "consent:ask",
        Next.REFER: "referral:new",
        Next.INVITE: "journey:invite",
        Next.DECIDE: "closing:decide",
        Next.OPEN_AGAIN: "closing:again",
        Next.MAP: "views:child",
        Next.CALL: "gathering:new",
        Next.PLAN: "plan:new",
        Next.NOTE: "journey:new-note",
    }
    route, pk = record.get(step, ("", None))
    if route and pk:
        return reverse(route, args=[pk])
    return reverse(page.get(step, "journey:new-note"), args=[child.pk])


@Question
def _words(child: Any) -> QuerySet:
    kept = AnswerBody.objects.filter(subject_id=child, head__place__in=WORDS, head__is_empty=False)
    return kept.select_related("head").order_by("-head__written_at")[:1]


def last_words(child: UUID) -> Said | None:
    """What the child said last at a checklist's table, word for word."""
    latest = _words.first(child)
    return (
        Said(str(latest.said), latest.head.written_at.astimezone(STOCKHOLM).date())
        if latest and latest.said
        else None
    )


class Nearest(NamedTuple):
    """The next meeting about the child, of whatever kind."""

    title: str
    starts_at: dt.datetime
    to: str


def next_meeting(at: dt.datetime, *, joint: Any, item: Any, info: Any) -> Nearest | None:
    """The nearest of a joint meeting, a place on a team's agenda and an information meeting, of those to come."""
    found = [Nearest(str(joint), joint.starts_at, joint.get_absolute_url())] if joint else []
    if item:
        found.append(Nearest(gettext("The team's meeting"), item.slot.meeting.starts_at, item.get_absolute_url()))
    if info and info.starts_at and not info.held_at:
        found.append(Nearest(gettext("Information meeting"), info.starts_at, info.get_absolute_url()))
    return min((one for one in found if one.starts_at >= at), key=lambda one: one.starts_at, default=None)
