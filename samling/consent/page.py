"""What the pages of consent show: the question as it sounds, who has said what, who decides."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from samling.access import guard
from samling.access.models import Ground
from samling.contact.models import may_stop_contact, place
from samling.kernel.answer import Answer
from samling.kernel.categories import Category
from samling.people.languages import LANGUAGES
from samling.people.models import Capacity, Child, Guardian
from samling.people.roles import ROLES
from samling.records.clock import now

from . import rules, rules_exception
from .answering import people
from .asking import Asking
from .forms import ExceptionForm
from .models import Asked, Consent
from .models.silence import asked_of, may_remind
from .words import BESIDE, FALLEN, LOOKS, SAID, Look, spoken, waits


def address(name: str, pk: UUID) -> str:
    """The address of a page of consent."""
    return reverse(f"consent:{name}", args=[pk])


def me(request: HttpRequest) -> Any:
    """The acting capacity."""
    return request.capacity


def rights(child: Child) -> dict[str, Any]:
    """What the reader may do about this child's consents."""
    return {
        "may_write": rules.may_write(may_know=bool(place(child.pk, Category.CONSENT))),
        "may_stop": may_stop_contact(child.pk),
    }


def review(asking: Asking) -> dict[str, Any]:
    """The last step in words: the facts, and how it sounds."""
    if asking.step != "review":
        return {}
    terms, told = asking.terms(), asking.told
    to = told.get("person") or told.get("unit") or ""
    return {
        "said": asking.said(),
        "aloud": spoken(
            kind=terms.kind,
            by=str(asking.capacity.unit),
            to=str(to),
            child=name_of(asking.child),
            walls=terms.walls,
            last_on=told["until_on"],
        ),
    }


def aloud(consent: Consent) -> dict[str, Any]:
    """One question as it sounds."""
    by = Capacity.objects.select_related("unit").get(pk=consent.written_by_id)
    return {
        "consent": consent,
        "child": consent.child,
        "aloud": spoken(
            kind=consent.kind,
            by=str(by.unit),
            to=consent.recipient,
            child=name_of(consent.child),
            walls=consent.walls,
            last_on=consent.last_on,
        ),
    }


def whole(consent: Consent, at: dt.datetime) -> dict[str, Any]:
    """One question with its answers, exceptions, who can answer, and the grounds that rest on it."""
    asked = consent.asked()
    status = asked.status(at)
    lines = [(person, _said(asked, person.key), asked.newest(person.key)) for person in people(asked)]
    names = {person.key: person.name for person, _look, _answer in lines}
    grounds = Ground.objects.filter(rests_on__consent_id=consent.pk).standing(at)
    told, givers = aloud(consent), asked.question.givers
    return told | {
        "asked": asked,
        "waits": waits(status),
        "look": LOOKS[status.state],
        "lines": lines,
        "open": status.state not in rules.OVER,
        "earlier": [
            (one, names.get(one.key, ""), SAID["yes" if one.yes else "no"])
            for one in asked.answers
            if one != asked.newest(one.key)
        ],
        "asked_in": dict(LANGUAGES).get(consent.language, consent.language),
        "may_decide": guard.asked("may_decide"),
        "left_out": rules_exception.left_out(givers),
        "reasons": rules_exception.reasons(givers, age=told["child"].age_at(at)),
        "stands": status.state in (*rules.STANDS, rules.State.PARTLY),
        "telling": consent.kind in rules.TELLING,
        "opened": grounds.exists(),
        "silence": silence(consent, at) if status.waits_for else [],
        "may_write": rules.may_write(may_know=bool(place(consent.subject_id, consent.category))),
    }


def exception_form(request: HttpRequest, whole: dict[str, Any]) -> ExceptionForm:
    """The officer's decision, on this page."""
    data = request.POST if request.method == "POST" else None
    return ExceptionForm(data, givers=whole["asked"].question.givers, left_out=whole["left_out"], reasons=whole["reasons"])


class Waited(NamedTuple):
    """A guardian who has not answered, and whether one can write again."""

    guardian: Guardian
    may_remind: Answer


def silence(consent: Consent, at: dt.datetime) -> list[Waited]:
    """The guardians one waits for, as far as one may know how to reach them; none while the home must not be reached."""
    waits_for = {giver.key for giver in consent.asked().question.givers if giver.said == "silent"}
    people = [one for one in asked_of([consent.subject_id], at) if str(one.pk) in waits_for]
    may = may_remind(consent, people, at)
    return [Waited(one, may[one.pk]) for one in people]


def _said(asked: Asked, key: str) -> Look:
    """What one person has said: one who is asked, or a third person for him- or herself."""
    giver, answer = asked.giver(key), asked.newest(key)
    if giver is None and answer and answer.giver == "guardian":
        return FALLEN
    if giver is None and answer:
        giver = rules.Giver(key=key, name="", word=answer.word)
    return SAID[giver.said] if giver else BESIDE


def officers(request: HttpRequest) -> list[Capacity]:
    """Those in the same activity who may decide exceptions (reference data: people/roles.py)."""
    mine = me(request)
    deciding = [rule.code for rule in ROLES.values() if rule.may_decide_exceptions]
    return list(
        Capacity.objects.standing(now())
        .filter(role__in=deciding, unit__branch=mine.unit.branch)
        .exclude(pk=mine.pk)
        .select_related("person")
        .order_by("person__sort_key")
    )


def name_of(child: Child) -> str:
    """What the child is called."""
    return child.called or child.given_name
