"""What the people of the demo do, each by the verb that a page would use."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from samling.access import guard
from samling.checklist.models import Checklist, Decision, Sitting
from samling.concern.models import NamelessConcern, Signal
from samling.concern.rules import State
from samling.family.models import change_facts
from samling.journey.models import Entry, Notice
from samling.kernel.categories import Category, category_of, wall
from samling.people.models import Child, Guardian
from samling.questions.rules.shape import Kind

from .teller import Stage


def open_pupil(on: Stage, key: str, guardians: list[tuple]) -> None:
    """The mentor opens a pupil of the class and notes the guardians."""
    entry = on.world.pupil[key]
    child = guard.open_child(on.by.unit.pk, roster=entry)
    on.world.child[key] = child
    contact = next(one for one in guard.my_access(child) if category_of(one) == Category.CONTACT)
    for given, family, relation, custody, evidence, phone, language, interpreter in guardians:
        found = Guardian(
            subject_id=child,
            wall=contact,
            given_name=given,
            family_name=family,
            relation=relation,
            custody=custody,
            custody_evidence=evidence,
            phone=phone,
            language=language,
            interpreter=interpreter,
            written_by=on.by,
            written_at=on.at,
            from_at=on.at,
            verified_on=on.at.date(),
        )
        found.save(force_insert=True)
        on.made[key, f"guardian-{given}"] = found.pk


def child_of(on: Stage, key: str) -> Child:
    """The child's row with its place."""
    return Child.objects.select_related("branch", "unit").get(pk=on.world.child[key])


def lives_in(on: Stage, key: str, code: str) -> None:
    """Where the child lives, when it is not where the school is."""
    change_facts(child_of(on, key), {"home_municipality": code}, by=on.by.pk, at=on.at)


def concern(on: Stage, key: str, touches: list[str], text: str, said_home: str = "") -> None:
    """Note a concern about a pupil."""
    told = {
        "danger": False,
        "text": text,
        "touches": touches,
        "raised_as": "self",
        "raised_name": "",
        "how": "seen",
        "said_child": "",
        "said_guardian": said_home,
        "seen_on": on.at.date(),
    }
    signal = Signal.note(child_of(on, key), told, by=on.by, at=on.at, pk=on.key("signal", key))
    on.made[key, "signal"] = signal.pk


def step(on: Stage, key: str, to: State, because: str = "") -> None:
    """Take the next step with a concern."""
    Signal.objects.get(pk=on.made[key, "signal"]).step(
        to, by=on.by, at=on.at, because=because, home_knows=True
    )


def tier(on: Stage, key: str, number: int, because: str) -> None:
    """Set the tier."""
    Signal.objects.get(pk=on.made[key, "signal"]).mark(number, because=because, by=on.by, at=on.at)


def assign(on: Stage, key: str, to: str, because: str) -> None:
    """Let a colleague work with the child."""
    guard.assign(on.world.child[key], on.world.capacity[to], because=because)


def note(on: Stage, key: str, kind: str, about: str, title: str, text: str, home: str = "yes") -> None:
    """Write a note."""
    number = on.by.unit.branch.number
    told = {"kind": kind, "title": title, "text": text, "for_guardians": home, "for_guardians_because": ""}
    if home == "no":
        told["for_guardians_because"] = "not told yet"
    Entry.write(
        told,
        subject=on.world.child[key],
        wall=wall(number, Category[about]),
        by=on.by.pk,
        at=on.at,
        pk=on.key("note", key, title),
    )


def begin(on: Stage, key: str, answers: dict[str, Any], done: tuple[str, ...]) -> None:
    """Begin a checklist and write on it."""
    checklist = Checklist.begin(child_of(on, key), by=on.by, at=on.at, signal=on.made.get((key, "signal")))
    on.made[key, "checklist"] = checklist.pk
    sitting = Sitting(checklist, on.by, on.at)
    questions = {question.code: question for block in sitting.everything for question in block.questions}
    sent: dict[str, Any] = {}
    for code, said in answers.items():
        rows = (
            said if questions.get(code) and questions[code].kind in (Kind.TRIED, Kind.NEXT_TRIES) else [said]
        )
        if code in questions:
            sent |= {
                f"{code}-{n}" if len(rows) > 1 or rows is said else code: (questions[code], row)
                for n, row in enumerate(rows)
            }
    sitting.save(sitting.everything, sent, {})
    for code in done:
        checklist.mark(code, "done", by=on.by, at=on.at)


def decide(on: Stage, key: str, kind: str) -> None:
    """Solved here, or further."""
    checklist = Checklist.objects.get(pk=on.made[key, "checklist"])
    decision = Decision.decide(checklist, kind, seen=True, by=on.by, at=on.at)
    on.made[key, "decision"] = decision.pk


def follow_up(on: Stage, key: str, result: str) -> None:
    """Six weeks later."""
    decision = Decision.objects.select_related("checklist").get(pk=on.made[key, "decision"])
    decision.follow_up(result, asked_child=True, asked_home=True, by=on.by, at=on.at)


def ask_nameless(on: Stage, to: str, age: str, question: str) -> None:
    """Ask a unit without saying who the child is."""
    told = {
        "to_unit_id": on.world.unit[to],
        "age_band": age,
        "touches": ["home"],
        "question": question,
        "raised_as": "self",
        "how": "talk",
    }
    NamelessConcern.ask(told, by=on.by, at=on.at, pk=on.key("nameless", to))


def protect(on: Stage, key: str, form: str, readers: list[str]) -> None:
    """Protected identity, read by those who are named."""
    child = on.world.child[key]
    guard.protect(child, form=form)
    for one in readers:
        guard.call("add_protected_reader", child, on.world.capacity[one])


def read_notices(on: Stage) -> None:
    """What has come and needs nothing more has been read and ticked off."""
    for notice in Notice.objects.filter(to=on.by, done_at=None, due_on=None).order_by("-sent_at"):
        notice.finish(by=on.by.pk, at=on.at)


def ids(on: Stage, key: str, names: Iterable[str]) -> list[UUID]:
    """The guardians of a child by name."""
    return [on.made[key, f"guardian-{name}"] for name in names]
