"""Noting one giver's answer: who it is, what is asked, and whether someone else was there meanwhile."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.kernel.categories import category_of
from samling.people.models import SignificantAdult
from samling.records.clock import STOCKHOLM

from .forms import NEVER_ASKED, AnswerForm
from .models import Asked, Consent, Said


class Person(NamedTuple):
    """Someone whose answer can be noted: `kind` is guardian, child or third."""

    key: str
    kind: str
    name: str
    relation: str = ""

    @property
    def who(self) -> UUID | None:
        """The adult's id; none for the child."""
        return None if self.kind == "child" else UUID(self.key)


def people(asked: Asked) -> list[Person]:
    """The guardians who are asked, the child, and third persons around it: each for him- or herself."""
    consent = asked.consent
    known = guard.rows("givers", consent.subject_id)
    custodial = {giver.key for giver in asked.question.givers}
    found = [
        Person(
            str(one["id"]),
            "guardian" if str(one["id"]) in custodial else "third",
            f"{one['given_name']} {one['family_name']}",
            one["relation"],
        )
        for one in known
    ]
    found.append(
        Person("child", "child", consent.child.called or consent.child.given_name, str(_("the child")))
    )
    adults = SignificantAdult.objects.filter(subject_id=consent.subject_id, until_at=None)
    found += [Person(str(one.pk), "third", str(one), one.relation) for one in adults]
    order = ("guardian", "child", "third")
    return [
        one
        for one in sorted(found, key=lambda one: order.index(one.kind))
        if not consent.quiet or one.kind == "child" or asked.newest(one.key)
    ]


class Answering:
    """The page on which one answer is noted."""

    def __init__(self, consent: Consent, key: str, data: QueryDict | None, at: dt.datetime):
        self.consent, self.asked, self.at = consent, consent.asked(), at
        self.person = next((one for one in people(self.asked) if one.key == key), None)
        self.before = self.asked.newest(key)
        self.of_age = consent.child.is_of_age(at)
        seen = str(self.before.pk) if self.before else ""
        self.stale = data is not None and data.get("seen", "") != seen and not self._sent_before(data)
        if data is not None and self.stale:
            data = data.copy()
            data["seen"] = seen
        self.form = AnswerForm(
            data,
            walls=[wall for wall in consent.walls if not _always(wall)],
            of_age=self.of_age,
            initial={"seen": seen, "said_on": at.astimezone(STOCKHOLM).date()},
        )

    def _sent_before(self, data: QueryDict) -> bool:
        return self.before is not None and data.get("once") == str(self.before.pk)

    def noted(self, by: UUID) -> bool:
        """Note the answer if the form is whole and nobody was there before."""
        if self.person is None or self.stale or not self.form.is_valid():
            return False
        told: dict[str, Any] = self.form.cleaned_data
        said = Said(
            giver=self.person.kind,
            who=self.person.who,
            yes=told["yes"],
            walls=[*told.get("walls", []), *self._always()],
            how=told["how"],
            at=self.form.said_at(self.at),
            words=told["words"],
            name=self.person.name if self.person.kind == "third" else "",
        )
        self.consent.answer(said, id=told["once"], by=by, at=self.at)
        return True

    def _always(self) -> list[int]:
        """What follows every yes: the name, or a question without kinds of information itself."""
        return [wall for wall in self.consent.walls if _always(wall)]


def _always(wall: int) -> bool:
    return category_of(wall) in NEVER_ASKED
