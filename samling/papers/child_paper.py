"""The child's own version: plain words, big type, what I want, who does what for me, when we meet, whom I call."""

import datetime as dt

from django.utils.translation import gettext

from samling.promises.models.texts import how_often
from samling.promises.rules import STANDS
from samling.ui.glyphs import isolated
from samling.ui.parts import ACTORS
from samling.ui.words import STOCKHOLM, day_in_words, first_upper, time_in_words

from .paper import Stamp, Told, day, framed, in_turn

BRIS = "116 111"  # help for children, by telephone
ALARM = "112"
# Up to which age which size of letters (points), on a page of A5. Reading small print is no test of a child.
SIZES = ((9, 17), (12, 15), (150, 13))
UNKNOWN = 15


def size_for(age: int | None) -> int:
    """Letters for this age; in between when it is not known."""
    return next((size for up_to, size in SIZES if age is not None and age <= up_to), UNKNOWN)


def child_paper(told: Told, stamp: Stamp, *, hidden: bool = False) -> Told:
    """Page by page as the child reads it. Asked and released promises are nothing to count on, so they are not here."""
    kept = [one for one in in_turn(told, "promises") if one["state"] in STANDS]
    mine, others = ([one for one in kept if (one["side"] == "child") is own] for own in (True, False))
    return framed(
        gettext("My plan"), stamp, name=told["child"], size=size_for(told.get("age")), made=day(stamp.on.isoformat()),
        goals={"title": gettext("What I want"), "rows": [_goal(one, told) for one in in_turn(told, "goals")],
               "none": gettext("Nobody has written what you want yet. You can write it here or say it.")},
        others={"title": gettext("This is what we do for you"), "rows": [_line(one, told) for one in others],
                "none": gettext("Nobody has promised anything yet. Ask why.")},
        mine={"title": gettext("This is what you do"), "rows": [_line(one, told) for one in mine]},
        next={"title": gettext("When we meet next"), "lines": _next(told, stamp)},
        empty=_empty(), call=_call(told, hidden), opinion=gettext("You may always say what you think. You may change your mind."),
    )  # fmt: skip


def _goal(goal: Told, told: Told) -> Told:
    who = gettext("You said so") if goal["voice"] == "child" else gettext("%(who)s said so") % {"who": isolated(goal["name"])}
    return {"quote": goal["text"], "by": f"{who}, {day(goal['said_on'])}."}


def _line(one: Told, told: Told) -> Told:
    for_adults = one["child"] == one["text"] and one["side"] != "child"
    done, where = one["state"] == "done", f"{ACTORS[one['side']]}. " if one["side"] != "child" else ""
    return {
        "side": one["side"], "who": gettext("You") if one["side"] == "child" else one["who"], "text": one["child"],
        "often": f"{where}{gettext('It is done.') if done else first_upper(how_often(one['rhythm'])) + '.'}",
        "note": gettext("This is written for grown-ups. Ask what it means.") if for_adults and one["child"] else "",
    }  # fmt: skip


def _next(told: Told, stamp: Stamp) -> list[str]:
    met = told.get("meets_at")
    at = dt.datetime.fromisoformat(met).astimezone(STOCKHOLM) if met else None
    if at and at.date() >= stamp.on:
        told_on = first_upper(day_in_words(at.date(), dt.date.min))
        first = gettext("%(day)s at %(time)s") % {"day": told_on, "time": time_in_words(at)}
        return [f"{first}.", gettext("You may come. You may also choose not to.")]
    return [gettext("By %(day)s we look at the plan again.") % {"day": day(told["review_on"])},
            gettext("We tell you the day and the time before that.")]  # fmt: skip


def _empty() -> list[dict[str, str]]:
    """Pages that are left over when the paper is folded are the child's."""
    return [
        {"title": gettext("Here you can draw or write"), "kind": "free"},
        {"title": gettext("What I want to say next time"), "kind": "lines"},
        {"title": gettext("What I am good at"), "kind": "lines"},
    ]


def _call(told: Told, hidden: bool) -> Told:
    people = []
    if told["coordinator"]:
        number = "" if hidden else told["phone"]
        people.append({"who": told["coordinator"], "phone": number, "word": gettext("Holds your plan together.")})
    if told["deputy"]:
        people.append({"who": told["deputy"], "phone": "", "word": gettext("Is there when the other is away.")})
    help_lines = [
        {"who": "Bris", "phone": BRIS, "word": gettext("Talk about anything. It costs nothing.")},
        {"who": gettext("In danger"), "phone": ALARM, "word": ""},
    ]
    return {"title": gettext("Whom can I call?"), "people": people, "more": help_lines}


