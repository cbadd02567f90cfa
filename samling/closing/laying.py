"""What the pages of follow-ups and closings are laid out from."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from django.utils.translation import gettext, ngettext

from samling.access import guard, looks
from samling.access.door import open_walls
from samling.circle.models import NAMED, Chair
from samling.followup.models import answered
from samling.followup.rules import State
from samling.instruments.shape import Time
from samling.journey.models import Party, journey_of
from samling.outcome import pictures
from samling.outcome.models.wheels import standing
from samling.people.models import Capacity, Child, Guardian
from samling.plan.models import Wording
from samling.plan.models.plans import people
from samling.promises.models import Promise
from samling.promises.models.texts import how_often, text_of
from samling.promises.rules import Word, sayable
from samling.ui.words import full_day

from . import rules
from .models import Closing, Criterion, Line, NextDecision
from .models.decisions import PLACE
from .models.keeping import HELD, holds, lines, standing_of
from .rules import Choice, Contact

ENDS = (Word.DONE, Word.NO_HELP, Word.LET_GO)


class Stay(NamedTuple):
    """One who is there afterwards: name, side, what she goes on with."""

    who: str
    side: str
    what: str


class Owed(NamedTuple):
    """One open promise with its words and what becomes of it."""

    line: Line
    text: str
    home: str
    child: str
    rhythm: str

    @property
    def state(self) -> str:
        """What becomes of it, in a word."""
        words = {Choice.KEPT: gettext("Stays"), Choice.WAITS: gettext("Somebody is asked")}
        return words.get(self.line.choice, gettext("Loose"))


def owed_of(closing: Closing) -> list[Owed]:
    """Every open promise with its words."""
    found = lines(closing)
    said = Wording.of([one.promise.pk for one in found]) if found else {}
    return [_owed(one, said.get(one.promise.pk, {})) for one in found]


def _owed(line: Line, words: dict[str, Any]) -> Owed:
    staff, home, child = (text_of(words, level) for level in ("staff", "home", "child"))
    return Owed(line, staff, home, child, how_often(line.promise.rhythm))


def stays_of(closing: Closing, owed: list[Owed]) -> list[Stay]:
    """The bridge: whoever is there afterwards, the named contact first."""
    first = [Stay(str(closing.contact.person), side_of(closing.contact), gettext("Is there if you want to talk"))] \
        if closing.contact and closing.contact_state is Contact.YES else []  # fmt: skip
    return [*first, *kept_of(owed)]


def kept_of(owed: list[Owed], level: str = "text") -> list[Stay]:
    """Those who go on with something that was promised."""
    kept = [one for one in owed if one.line.choice is Choice.KEPT]
    return [Stay(one.line.who, one.line.promise.side, getattr(one, level)) for one in kept]


def side_of(one: Capacity) -> str:
    """The shape of a colleague."""
    return one.unit.branch.actor if one.unit else "school"


def page_of(closing: Closing, by: Capacity, today: dt.date) -> dict[str, Any]:
    """Everything on the page of a closing: what hangs, the bridge, everyone's words, what is missing."""
    owed = owed_of(closing)
    found = standing_of(closing, [one.line for one in owed])
    stays = stays_of(closing, owed)
    return {
        "closing": closing, "child": closing.child, "body": closing.body, "owed": owed, "stays": stays, "today": today,
        "bridge": bridge_title(stays, is_open=closing.is_open), "lacks": rules.lacks(found), "may_close": rules.may_close(found),
        "reason": gettext(rules.REASONS[closing.reason]) if closing.reason else "",
        "asked": gettext(rules.ASKED_LAST[closing.asked]) if closing.asked else "",
        "contact": closing.contact, "contact_state": str(closing.contact_state),
        "is_mine": closing.contact_id == by.pk and closing.contact_state is Contact.ASKED,
        "may_back": closing.may_go_back(today), "readers": closing.readers, "parting": parting(closing),
    }  # fmt: skip


def went(closing: Closing) -> dict[str, Any]:
    """How it went: who answered at the end, and before and after according to each, as far as one reads it."""
    child = closing.child
    if child is None:
        return {"said_last": [], "compared": []}
    open_walls(child, "read a closing")
    said = {one.who for one in answered(child) if one.time is Time.T2 and one.state is State.ANSWERED}
    wheels = [one for one in standing([child.pk, *guard.met_children(child.pk), closing.subject_id]) if one.steps]
    both = [pictures.compared(mine) for mine in pictures.by_person(wheels) if len(mine) > 1]
    return {"said_last": sorted(said), "compared": both}


def bridge_title(stays: list[Stay], *, is_open: bool) -> str:
    """The finding above the bridge, counted from what is drawn."""
    number = len({one.who for one in stays})
    if not number:
        return gettext("Nobody stays yet") if is_open else gettext("Nobody stays")
    return ngettext("%(n)s person stays", "%(n)s people stay", number) % {"n": number}


def parting(closing: Closing) -> list[str]:
    """The sides that were invited and hold nothing of what stays: they go with the closing."""
    if not closing.is_open:
        return []
    stay = {row["branch"] for row in guard.rows("would_stay", closing.pk)}
    rows = Party.objects.filter(journey_id=closing.subject_id, ended_at=None, ground__isnull=False).select_related("unit__branch")
    return [str(one.unit) for one in rows if one.unit.branch_id not in stay]


def contacts(closing: Closing) -> list[Capacity]:
    """Who can be asked to be there afterwards: those who take part, the child's own side first."""
    own = closing.child.unit_id if closing.child else None
    return sorted(people(closing.subject_id).values(), key=lambda one: (one.unit_id != own, one.person.sort_key))


def choosing(promise: Promise) -> dict[str, Any]:
    """What a promise's form offers: to keep it where somebody holds it, to end it, to give it to another."""
    there = [one for one in people(promise.subject_id).values() if one.pk != (promise.held_by.pk if promise.held_by else None)]
    ends = [word for word in ENDS if word in sayable(promise.state)]
    return {"holds": holds(promise), "ends": ends, "people": there if promise.made_as == "staff" and promise.state in HELD else []}


def space_of(child: Child) -> UUID | None:
    """The shared space of a child's matter, opened on record; None before there is one."""
    journey = journey_of(child.pk)
    if journey:
        looks.look(journey, [PLACE], "decide at a follow-up")
    return journey


def told(decision: NextDecision, signs: dict[str, Criterion]) -> dict[str, Any]:
    """One decision as the page shows it, with how each sign stood then."""
    stood = [(signs[key].body.words, gettext(rules.MET[said])) for key, said in decision.body.signs.items() if key in signs]
    return {"decision": decision, "body": decision.body, "signs": stood}


def name_contact(child: Child, closing: Closing, *, by: Capacity, at: dt.datetime) -> None:
    """The one who said yes is the child's named contact from now on."""
    chair = next((one for one in Chair.around([child.pk, closing.subject_id]) if one.code == NAMED), None)
    if chair is None:
        chair = Chair.agree(child, {"title": "", "actor": side_of(by)}, by=by, at=at, pk=uuid5(closing.pk, NAMED), code=NAMED)
    chair.fill({"capacity": by}, by=by, at=at)


def child_of(decision: NextDecision) -> Child | None:
    """The child as one's own side knows her."""
    sides = Party.objects.filter(journey_id=decision.subject_id, child_id__isnull=False).values("child_id")
    return Child.objects.mine().filter(pk__in=sides).select_related("unit__branch").first()


def letter_key(closing: Closing, guardian: Guardian) -> UUID:
    """One letter to each guardian about each closing."""
    return uuid5(closing.pk, str(guardian.pk))


def way_back_words(closing: Closing) -> str:
    """The sentence of a letter: until when, and whom to turn to."""
    until = full_day(closing.back_until_on) if closing.back_until_on else ""
    return gettext("You can ring until %(day)s. Then we go on from where we were, and you need not apply again.") % {"day": until}


def signs_by_key(journey: UUID) -> dict[str, Criterion]:
    """Every sign ever written in a journey, by its key."""
    return {str(one.pk): one for one in Criterion.objects.filter(subject_id=journey, withdrawn_at=None).select_related("body")}
