"""What the card says: plain words, big type, whom to ring, until when, what goes on. No reason, no service, no secret."""

import datetime as dt
from typing import Any

from django.utils.translation import get_language, gettext

from samling.access import guard
from samling.people.models import Setting
from samling.records.clock import STOCKHOLM, now
from samling.ui.pdf import HOUSE, dawn, laid_out
from samling.ui.words import full_day

from . import laying, rules
from .models import Closing

SOURCE = HOUSE / "closing" / "typst" / "card.typ"
SMALLEST = 12  # points; the more that goes on, the smaller, so that it stays one leaf
BRIS, ALARM = "116 111", "112"


def printed(closing: Closing, level: str, on: dt.date) -> bytes:
    """The card as a PDF; `level` is home or child."""
    return laid_out(SOURCE, told(closing, level, on), made_at=dawn(on))


def last_day(closing: Closing, on: dt.date) -> dt.date:
    """The last day of the way back; what it would be today for one that is being prepared."""
    months = Setting.number("deadline.back_months", now(), capacity=closing.written_by_id)
    return closing.back_until_on or rules.months_after(on, months)


def told(closing: Closing, level: str, on: dt.date) -> dict[str, Any]:
    """The words of the card."""
    child = closing.child
    hidden = bool(child and guard.is_protected(child.pk))
    stays = laying.kept_of(laying.owed_of(closing), level)
    until = full_day(last_day(closing, on))
    made = closing.closed_at.astimezone(STOCKHOLM).date() if closing.closed_at else on
    words = _child_words(until) if level == "child" else _home_words(until)
    words["size"] = max(SMALLEST, words["size"] - len(stays) // 2)
    return words | {
        "language": (get_language() or "sv").split("-")[0], "name": (child.called or child.given_name) if child else "",
        "call": _call(closing, hidden), "stays": [{"who": one.who, "side": one.side, "what": one.what} for one in stays],
        "help": [f"Bris {BRIS}", gettext("In danger: %(number)s") % {"number": ALARM}],
        "made": full_day(made), "draft": "" if closing.closed_at else gettext("DRAFT"),
        "lacking": gettext("□ stands for a sign that could not be printed."),
    }  # fmt: skip


def _home_words(until: str) -> dict[str, Any]:
    return {
        "title": gettext("This is how you come back"), "size": 14,
        "lines": [
            gettext("You can ring until %(day)s. Then we go on from where we were.") % {"day": until},
            gettext("You need not apply again. You need no big reason."),
            gettext("After that day you may ring too. Then we begin anew together."),
        ],
        "ring": gettext("Ring"), "goes_on": gettext("This goes on"), "none": gettext("Nothing more was agreed."),
    }


def _child_words(until: str) -> dict[str, Any]:
    return {
        "title": gettext("How you come back"), "size": 16,
        "lines": [
            gettext("If it gets hard again, tell a grown-up."),
            gettext("You can come back until %(day)s. We remember you.") % {"day": until},
            gettext("You may come back later too."),
        ],
        "ring": gettext("Talk to"), "goes_on": gettext("They are still here"), "none": gettext("Ask who you can talk to."),
    }


def _call(closing: Closing, hidden: bool) -> dict[str, str]:
    """Whom to ring: the one who has said yes, or else the child's own unit, so that a card never lacks a way in."""
    child, one = closing.child, closing.contact if closing.contact_yes else None
    if one is None:
        own = None if hidden or child is None else child.unit
        return {"who": str(own) if own else "", "role": "", "phone": own.phone if own else ""}
    phone = one.phone or (one.unit.phone if one.unit else "")
    return {"who": str(one.person), "role": "" if hidden else one.role_title, "phone": "" if hidden else phone}
