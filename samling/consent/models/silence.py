"""Who has been asked and has said nothing: whom one waits for, and reaching out once more, seldom and kindly."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid5

from django.db import models

from samling.kernel.answer import Answer, insist
from samling.letters.models import Letter
from samling.people.models import Capacity, Child, Guardian
from samling.people.models.children import CUSTODIAL
from samling.records.question import Question

from .. import rules
from .asked import Consent


@Question
def _asked_of(subjects: Any, at: Any) -> models.QuerySet:
    return Guardian.objects.standing(at).filter(subject_id__among=subjects, custody__in=CUSTODIAL).order_by("given_name")


def asked_of(children: Iterable[UUID], at: dt.datetime) -> list[Guardian]:
    """The guardians of these children with custody, or with custody not known yet."""
    wanted = sorted(set(children), key=str)
    return list(_asked_of(wanted, at)) if wanted else []


def silent(consent: Consent, child: Child, people: Iterable[Guardian], at: dt.datetime) -> list[str]:
    """Those who are asked and have said nothing yet, by name. Its answers and exceptions are there already."""
    answers = [one for one in consent.answers.all() if not one.withdrawn_at]
    excused = {one.guardian_id for one in consent.exceptions.all() if not one.ended_at and not one.withdrawn_at}
    nobody = consent.quiet or None in excused or child.is_of_age(at)
    asked = [] if nobody else [one for one in people if one.subject_id == consent.subject_id]
    names = [one.given_name for one in asked if one.pk not in {answer.guardian_id for answer in answers} | excused]
    alone = (consent.asks_child or child.is_of_age(at)) and not any(one.giver == "child" for one in answers)
    return names + ([str(child)] if alone else [])


def may_remind(consent: Consent, guardians: Iterable[Guardian], at: dt.datetime) -> dict[UUID, Answer]:
    """By guardian: whether she can be written to once more now, and why."""
    keys = [one.pk for one in guardians]
    letters = Letter.objects.filter(guardian__in=keys, written_at__gte=consent.written_at, withdrawn_at=None)
    last = dict(letters.values_list("guardian").annotate(last=models.Max("written_at"))) if keys else {}
    return {key: rules.may_remind(last_at=last.get(key, consent.written_at), at=at) for key in keys}


def remind(consent: Consent, guardian: Guardian, *, by: Capacity, at: dt.datetime) -> Letter:
    """A kind letter is drafted; it goes when its writer has read it through. Raises Refused."""
    pk = uuid5(guardian.pk, f"{consent.pk} {by.pk} {at:%Y-%m-%d}")
    child = consent.child
    if not Letter.objects.filter(pk=pk).exists():
        insist(may_remind(consent, [guardian], at)[guardian.pk])
    return Letter.draft(child, guardian, kind=Letter.Kind.ASKED, words={}, by=by, at=at, pk=pk)
