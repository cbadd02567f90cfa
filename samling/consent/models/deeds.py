"""What is done with a consent: asked, answered, excepted, ended. Each a whole deed in one transaction.

Every verb queues up behind the child's row, so that two answers at once are judged one after the other.
"""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from samling.access import guard
from samling.consent import rules, rules_exception
from samling.contact.models import custodial, place
from samling.journey.telling import notify, tell
from samling.kernel.answer import insist
from samling.kernel.categories import Category
from samling.people.models import Child, Setting

from .standing import Asked, register
from .terms import Said, Terms
from .writing import end, put


class ConsentDeeds:
    """The verbs of a question."""

    @classmethod
    @transaction.atomic
    def ask(cls: Any, child: Child, terms: Terms, *, id: UUID, by: Any, at: dt.datetime) -> Any:
        """Put a question; `by` is the asking capacity, `id` makes a second sending harmless."""
        guard.lock_child(child.pk)
        if found := cls.objects.filter(pk=id).first():
            return found
        wall = place(child.pk, Category.NO_CONTACT if terms.quiet else Category.CONSENT)
        insist(_may_ask(child, terms, may_know=bool(wall), unit=by.unit_id, at=at))
        head = put(
            cls(
                id=id,
                subject_id=child.pk,
                wall=wall,
                kind=terms.kind,
                walls=terms.walls or [wall],
                to_unit_id=terms.to_unit,
                to_capacity_id=terms.to_capacity,
                valid_from=terms.from_at,
                valid_until=terms.until_at,
                asks_child=terms.asks_child or terms.quiet,
                language=terms.language,
                text_version=terms.text_version,
                interpreter=terms.interpreter,
                replaces_id=terms.replaces,
                written_by_id=by.pk,
                written_at=at,
                for_child=not terms.quiet,
            ),
            purpose=terms.purpose,
            excluded=terms.excluded,
        )
        head.tell("consent asked", by=by.pk, at=at)
        return head

    @transaction.atomic
    def answer(self: Any, said: Said, *, id: UUID, by: UUID, at: dt.datetime) -> Any:
        """Note what one giver said; the newest word counts, and what no longer stands is shut at once."""
        guard.lock_child(self.subject_id)
        if found := self.answers.filter(pk=id).first():
            return found
        asked = self.asked()
        answer = self.answers.model(
            id=id,
            consent=self,
            subject_id=self.subject_id,
            wall=self.wall,
            giver=said.giver,
            yes=said.yes,
            how=said.how,
            guardian_id=said.who if said.giver == "guardian" else None,
            third_person=said.name,
            answered_at=said.at,
            about_person=said.who if said.giver == "third" else None,
            walls=said.walls if said.yes else [],
            written_by_id=by,
            written_at=at,
            for_guardians="no",
            for_child=said.giver == "child" and not self.quiet,
        )
        insist(_may_answer(asked, answer, at))
        put(answer, words=said.words)
        for exception in asked.exceptions:
            if (
                not said.yes
                and exception.guardian_id == said.who is not None
                and rules_exception.falls_by_no(exception.reason)
            ):
                end(exception, by=by, at=at)
        self.tell("consent answered", by=by, at=at)
        self.settle("consent_answered", by=by, at=at)
        return answer

    @transaction.atomic
    def stop(self: Any, *, by: UUID, at: dt.datetime) -> None:
        """End the question and all that is told on it."""
        guard.lock_child(self.subject_id)
        if end(self, by=by, at=at):
            self.tell("consent ended", by=by, at=at)
            self.settle("consent_ended", by=by, at=at)

    @transaction.atomic
    def decide_exception(
        self: Any, reason: str, guardian: UUID | None, *, because: str, id: UUID, by: UUID, at: dt.datetime
    ) -> Any:
        """An officer's reasoned decision to go on without one guardian's answer, or the child alone."""
        guard.lock_child(self.subject_id)
        if found := self.exceptions.filter(pk=id).first():
            return found
        insist(self.may_decide_exception(reason, guardian, at))
        decided = put(
            self.exceptions.model(
                id=id,
                consent=self,
                subject_id=self.subject_id,
                wall=self.wall,
                reason=reason,
                guardian_id=guardian,
                written_by_id=by,
                written_at=at,
                for_guardians="no",
            ),
            because=because,
        )
        self.tell("consent exception decided", by=by, at=at)
        self.settle("exception_decided", by=by, at=at)
        return decided

    def may_decide_exception(self: Any, reason: str, guardian: UUID | None, at: dt.datetime) -> Any:
        """Whether the acting capacity may decide this exception, and why."""
        asked, child = self.asked(), self.child
        giver = asked.giver(str(guardian)) or rules.Giver(key="", name="")
        own = asked.newest("child")
        others = [
            one.word for one in asked.question.givers if one.key not in (str(guardian), "child") and one.word
        ]
        return rules_exception.may_decide_exception(
            officer=guard.asked("may_decide"),
            over=asked.status(at).state in rules.OVER,
            reason=reason,
            age=child.age_at(at),
            child_yes=bool(own and own.yes and not own.taken_back_at),
            custody=giver.custody,
            said_no=bool(giver.word and not giver.word.yes),
            other_yes=any(word.yes and not word.taken_back_at for word in others),
        )

    def ask_officer(self: Any, to: UUID, *, by: UUID, at: dt.datetime) -> None:
        """Let an authorised officer know that a decision is wanted."""
        notify(to, "exception_wanted", by=by, at=at, record=self.pk, subject=self.subject_id)
        self.tell("consent exception wanted", by=by, at=at)

    def settle(self: Any, kind: str, *, by: UUID, at: dt.datetime) -> None:
        """Shut what no longer stands, and let those who asked and told know of it."""
        concerned = {row["shut_consent"] for row in guard.rows("shut_consent", self.pk)}
        for to in {self.written_by_id, *concerned} - {by}:
            notify(to, kind, by=by, at=at, record=self.pk, subject=self.subject_id)

    def tell(self: Any, kind: str, *, by: UUID, at: dt.datetime) -> None:
        """Leave an event behind the question's own wall."""
        tell(self.subject_id, self.wall, kind, by=by, at=at, record=self.pk)

    def asked(self: Any) -> Asked:
        """The question with everything that decides how it stands, read anew."""
        rows = type(self).objects.select_related(
            "to_unit__branch", "to_capacity__person", "to_capacity__unit__branch"
        )
        fresh = rows.prefetch_related(
            *(
                f"{kind}__{what}"
                for kind in ("answers", "exceptions")
                for what in ("written_by__person", "body")
            )
        ).get(pk=self.pk)
        return register(self.child, [fresh])[0]

    @property
    def child(self: Any) -> Child:
        """The child it is about."""
        return Child.objects.select_related("branch", "unit").get(pk=self.subject_id)


def _may_ask(child: Child, terms: Terms, *, may_know: bool, unit: UUID, at: dt.datetime) -> Any:
    if terms.quiet:
        age = child.age_at(at)
        insist(rules.may_ask_alone(may_know=may_know, age=age))
    insist(rules.may_write(may_know=may_know))
    tells = terms.kind in rules.TELLING
    return rules.may_ask(
        kind=terms.kind,
        told=bool(terms.to_unit or terms.to_capacity),
        own_unit=terms.to_unit == unit,
        walls=len(terms.walls) if tells else 1,
        givers=len(custodial(child.pk)) + (terms.quiet or child.is_of_age(at)),
        at=at,
        from_at=terms.from_at,
        until_at=terms.until_at,
        longest=dt.timedelta(days=Setting.number("consent.longest_days", at, organisation=child.branch.organisation_id)),
    )


def _may_answer(asked: Asked, answer: Any, at: dt.datetime) -> Any:
    giver, last = asked.giver(answer.key), asked.newest(answer.key)
    fits = not answer.yes or (bool(answer.walls) and set(answer.walls) <= set(asked.consent.walls))
    return rules.may_answer(
        over=asked.status(at).state in rules.OVER,
        asked=giver is not None or answer.giver != "guardian",
        walls_fit=fits,
        said_at=answer.answered_at,
        at=at,
        last_at=last.word.last_at if last else None,
    )
