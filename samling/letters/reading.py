"""One letter as its pages show it: what it says, to whom, where it stands, and what may be done with it."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext

from samling.access import guard
from samling.kernel.categories import TITLES
from samling.kernel.words import _
from samling.people.models import Capacity, Child, Guardian

from . import catalogue, rules, standing
from .carriers import channels
from .models import Handover, Letter
from .models.going import number_of
from .rules import State

# What a state means, and what one does about it.
EXPLAINS: dict[State, str] = {
    State.LEFT: _("It has left your hands. You hear if it does not get there."),
    State.CALL: _("Nothing was sent. Ring, and tell what the letter says."),
    State.POST: _("The guardian wants letters on paper. Print it and post it."),
    State.MAYBE: _("We lost the answer, so nobody knows if it went. Ring and ask, or send it once more."),
    State.NO_ADDRESS: _("There is no number or address that it can go to. Ring, or hand it over on paper."),
    State.FAILED: _("We have tried for two days, or the address is wrong. Ring, or hand it over on paper."),
    State.STOPPED: _("This home must not be reached. Talk to the one who wrote the letter."),
    State.PRINTED: _("Note it here when it has been posted or given."),
}
# What happens when it is sent, by the way that reaches the guardian now.
HAPPENS = {
    "sms": _("A text message goes to %(name)s. It says only this:"),
    "email": _("An e-mail goes to %(name)s. It says only this:"),
    "call": _("Nothing is sent. %(name)s wants a call, and it stands on your list to ring."),
    "post": _("Nothing is sent. %(name)s wants letters on paper, and those who print see that it waits."),
    "protected": _("Nothing is sent: the identity is protected. You talk to %(name)s, and it stands on your list."),
    "no_address": _("Nothing can be sent: there is no number or address. It stands on your list."),
    "no_right": _("Nothing is sent: %(name)s has no custody."),
}


def page_of(letter: Letter, by: Capacity, at: dt.datetime) -> dict[str, Any]:
    """Everything on the page of one letter."""
    state, message = letter.state(at), letter.message
    topic = gettext(TITLES[letter.category])
    return {
        "letter": letter,
        "child": Child.objects.filter(pk=letter.subject_id).first(),
        "guardian": Guardian.objects.filter(pk=letter.guardian_id).first(),
        "word": standing.WORDS[state],
        "explains": gettext(EXPLAINS[state]) if state in EXPLAINS else "",
        "may_edit": letter.may_edit(by.pk, at),
        "may_go": letter.may_go(by, at),
        "may_drop": rules.may_edit(is_mine=letter.written_by_id == by.pk, state=state),
        "may_take_back": bool(message and message.written_by_id == by.pk and at < message.leaves_at),
        "leaves_at": message.leaves_at if message and at < message.leaves_at else None,
        "ways": [code for code in Handover.How.values if letter.may_hand_over(code, at)],
        "handed": sorted(letter.handovers.all(), key=lambda one: one.written_at),
        "readers": [gettext("you"), gettext("those who work with the child and read about: %(topic)s") % {"topic": topic}],
    }


def text_of(letter: Letter) -> str:
    """What the letter says, when the walls and a look let it be read."""
    body = Letter.objects.select_related("body").get(pk=letter.pk)
    return body.body.text if hasattr(body, "body") else ""


def going(letter: Letter, by: Capacity, at: dt.datetime) -> dict[str, Any]:
    """What happens if it is sent now: by which way, in which words, and when."""
    guardian = Guardian.objects.filter(pk=letter.guardian_id).first()
    way = guard.asked("way_to", letter.guardian_id, " ".join(channels())) or "no_address"
    organisation = by.unit.branch.organisation
    notice = catalogue.notice(
        "message",
        language=guardian.language if guardian else "sv",
        organisation=organisation.name,
        is_municipality=organisation.kind == "municipality",
        number=number_of(by),
    )
    return {
        "way": way,
        "happens": gettext(HAPPENS[way]) % {"name": guardian.given_name if guardian else ""},
        "notice": notice.text if way in ("sms", "email") else "",
        "leaves_at": rules.leaves_at(at),
        "is_night": rules.leaves_at(at) > at + rules.HELD,
    }


def head_of(letter: Letter) -> dict[str, Any]:
    """What stands above a letter on paper: to whom, and where it comes from. Of a protected child no place."""
    writer = Capacity.objects.select_related("unit__branch__organisation").get(pk=letter.written_by_id)
    hidden = guard.is_protected(letter.subject_id)
    guardian = Guardian.objects.filter(pk=letter.guardian_id).first()
    return {"guardian": guardian, "place": None if hidden else writer.unit}
