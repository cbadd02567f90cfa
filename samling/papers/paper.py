"""What the plan, the SIP and the draft say on paper: plain values in, plain values out, in the reader's language.

Everything comes from a version's own content and its stamp, so that it prints the same for good.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.translation import get_language, gettext

from samling.plan.models import Plan
from samling.plan.models.scale import steps_of
from samling.promises.models.texts import how_it_stands, how_often
from samling.ui.glyphs import isolated
from samling.ui.parts import ACTORS
from samling.ui.words import first_upper, full_day

Told = dict[str, Any]
AUTHORITIES = ("social", "health")


class Stamp(NamedTuple):
    """What tells one paper from another without a name: reference, version and day. Number 0 is a draft."""

    reference: str
    number: int
    made_at: dt.datetime
    on: dt.date

    @property
    def in_words(self) -> str:
        """The line at the top of every page."""
        day = full_day(self.on)
        if not self.number:
            return gettext("Ref. %(ref)s. Not published, %(day)s") % {"ref": self.reference, "day": day}
        return gettext("Ref. %(ref)s. Version %(number)d, %(day)s") % {"ref": self.reference, "number": self.number, "day": day}


def framed(title: str, stamp: Stamp, **more: Any) -> Told:
    """What every paper has: title, language, the line at the top, and whether it is a draft."""
    draft = "" if stamp.number else gettext("DRAFT")
    return {
        "title": f"{title}, {gettext('draft')}" if draft else title, "language": (get_language() or "sv").split("-")[0],
        "head": stamp.in_words, "draft": draft, "foot": "",
        "words": words(),
        "lacking": gettext("□ stands for a sign that could not be printed. It can be read in Samling."), **more,
    }  # fmt: skip


def plan_paper(told: Told, stamp: Stamp, *, changed: Iterable[str] = (), missing: Iterable[str] = (), hidden: bool = False) -> Told:
    """The plan, or the SIP with its statutory contents in the order of the law."""
    sip = told["kind"] == Plan.Kind.SIP
    title = gettext("Coordinated individual plan (SIP)") if sip else gettext("The plan")
    lead = gettext("For %(name)s. The plan is owned by all who take part.") % {"name": isolated(told["child"])}
    parts = _statutory(told) if sip else [*_aims(told), *_lines(gettext("What is needed?"), said(told["needs"]))]
    more = [*_words(told), *_lines(gettext("What has changed since last time"), list(changed))]
    about = [{"kind": "heading", "title": gettext("More about the plan")}, *(one | {"under": True} for one in more)] if more else []
    return framed(title, stamp, lead=lead, facts=facts(told), parts=[*_lacks(missing), *parts, *about],
                  hidden=hiding() if hidden else "", answer=_answer() if stamp.number else None)  # fmt: skip


def words() -> Told:
    """Heads of the tables, and quotation marks as the language has them."""
    row = [gettext("Who"), gettext("Does what"), gettext("How often, until when"), gettext("How it stands")]
    opens, closes = gettext("“%(words)s”").split("%(words)s")
    return {"row": row, "open": opens, "close": closes}


def hiding() -> str:
    """What a paper says when the child's personal data are protected."""
    return gettext("Protected personal data. Places, numbers and authorities are left out. Read it through before you hand it on.")


def facts(told: Told) -> list[list[str]]:
    """Who holds it together, when it is looked at again, who has overall responsibility."""
    found = [
        [gettext("Coordinator"), ", ".join(filter(None, (told["coordinator"] or "–", told["phone"])))],
        [gettext("Deputy"), told["deputy"] or "–"],
        [gettext("Looked at again"), day(told["review_on"])],
        [gettext("Overall responsibility"), told["accountable"]],
    ]
    return [pair for pair in found if pair[1]]


def lines_of(promises: Iterable[Told], goals: dict[str, int] | None = None) -> list[Told]:
    """Promises as rows: who and on which side, what, how often and until when, how it stands and how that was heard."""
    sides, numbers = {side: str(name) for side, name in ACTORS.items()}, goals or {}
    return [
        {
            "side": one["side"], "who": one["who"], "word": sides[one["side"]], "text": one["text"],
            "often": gettext("%(often)s, until %(day)s") % {"often": first_upper(how_often(one["rhythm"])), "day": day(one["until_on"])},
            "stands": first_upper(how_it_stands(one["state"])), "how": one["how"],
            "goal": gettext("Goal %(number)d") % {"number": numbers[one["goal"]]} if one["goal"] in numbers else "",
        }
        for one in promises
    ]  # fmt: skip


def in_turn(told: Told, part: str) -> list[Told]:
    """Goals or promises in the order they had, each with its key."""
    return sorted(({"key": key, **one} for key, one in told[part].items()), key=lambda one: one["turn"])


def day(text: str) -> str:
    """A kept date in words."""
    return full_day(dt.date.fromisoformat(text))


def goal_of(goal: Told, number: int) -> Told:
    """One goal: the words as they were said, the staff's wording, and its five steps."""
    return {
        "kind": "goal", "title": gettext("Goal %(number)d") % {"number": number}, "quote": goal["text"],
        "by": gettext("%(who)s, %(day)s") % {"who": isolated(goal["name"]), "day": day(goal["said_on"])},
        "wording": goal.get("wording", ""), "steps": steps_of(goal), "head": [gettext("Step"), gettext("Means"), gettext("For this goal")],
    }  # fmt: skip


def _aims(told: Told) -> list[Told]:
    promises, parts = in_turn(told, "promises"), []
    for number, goal in enumerate(in_turn(told, "goals"), 1):
        own = [one for one in promises if one["goal"] == goal["key"]]
        parts.append(goal_of(goal, number) | {"rows": lines_of(own), "none": gettext("Nobody has promised anything for this yet.")})
    rest = [one for one in promises if one["goal"] not in told["goals"]]
    return [*parts, {"kind": "rows", "title": gettext("For no single goal"), "rows": lines_of(rest)}] if rest else parts


def _statutory(told: Told) -> list[Told]:
    """The four contents of SoL 10:8 and HSL 16:4, the child's words between them."""
    goals, promises = in_turn(told, "goals"), in_turn(told, "promises")
    numbers = {goal["key"]: number for number, goal in enumerate(goals, 1)}
    own: dict[tuple[str, str, str], list[Told]] = {}
    for one in promises:
        if one["side"] in AUTHORITIES:
            own.setdefault((one["side"], one.get("body", ""), one.get("branch", "")), []).append(one)
    others = lines_of([one for one in promises if one["side"] not in AUTHORITIES], numbers)
    sides = {side: str(name) for side, name in ACTORS.items()}
    return [
        {"kind": "lines", "title": gettext("1. What efforts are needed"), "lines": said(told["needs"])},
        *(goal_of(goal, number) | {"rows": [], "none": "", "under": True} for number, goal in enumerate(goals, 1)),
        {"kind": "lines", "title": gettext("2. What social services and health care answer for"),
         "lines": [] if own else [gettext("Nobody has promised anything for this yet.")]},
        *({"kind": "rows", "under": True, "title": ": ".join(filter(None, (body, branch))) or sides[side],
           "rows": lines_of(rows, numbers)} for (side, body, branch), rows in own.items()),
        {"kind": "rows", "title": gettext("3. What anyone else does"), "rows": others, "none": gettext("Nobody else does anything.")},
        {"kind": "lines", "title": gettext("4. Who has overall responsibility"), "lines": [told["accountable"] or "–"]},
        {"kind": "lines", "title": gettext("A yes to the SIP"),
         "lines": [gettext("When this version was published, every yes that the law asks for stood.")]},
    ]  # fmt: skip


def _words(told: Told) -> list[Told]:
    titles = {
        "running": gettext("What help is there already, and from whom?"), "asked": gettext("How has the child been asked?"),
        "wishes": gettext("What did somebody wish that cannot be?"), "crisis": gettext("What do you do if it gets worse?"),
    }  # fmt: skip
    return [part for name, title in titles.items() for part in _lines(title, said(told.get(name, "")))]


def said(text: str) -> list[str]:
    """A text as paragraphs."""
    return [part.strip() for part in text.split("\n") if part.strip()]


def _lines(title: str, lines: list[str]) -> list[Told]:
    return [{"kind": "lines", "title": title, "lines": lines}] if lines else []


def _lacks(missing: Iterable[str]) -> list[Told]:
    found = [gettext(one) for one in missing]
    return [{"kind": "list", "title": gettext("It cannot be called a SIP yet"), "lines": found}] if found else []


def _answer() -> Told:
    return {
        "title": gettext("When you have read the plan"), "lead": gettext("A no weighs as much as a yes. You can change your mind."),
        "ways": [gettext("I agree"), gettext("I agree in part"), gettext("I do not agree")],
        "lines": [gettext("Name"), gettext("Day")],
    }  # fmt: skip
