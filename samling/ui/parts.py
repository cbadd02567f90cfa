"""Rows that the lists of the house are drawn from, and the shapes that stand for each actor."""

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple, Union

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

# A text as it stands, or one that is translated when it is shown.
Words = Union[str, "StrPromise"]

# Drawn in a square of 24 units. The child's ring is part of the shape: yellow alone is too weak on paper.
SHAPES = {
    "child": "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18z",
    "home": "M3 21V10.5L12 3l9 7.5V21z",
    "school": "M6 3h12a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z",
    "social": "M13.4 1.8l8.8 8.8a2 2 0 0 1 0 2.8l-8.8 8.8a2 2 0 0 1-2.8 0l-8.8-8.8"
    "a2 2 0 0 1 0-2.8l8.8-8.8a2 2 0 0 1 2.8 0z",
    "health": "M8.5 2h7v6.5H22v7h-6.5V22h-7v-6.5H2v-7h6.5z",
}

ACTORS = {
    "child": _("The child"),
    "home": _("Home"),
    "school": _("School"),
    "social": _("Social services"),
    "health": _("Health care"),
}

TASK_STATES = {
    "todo": (_("Not started"), "circle"),
    "started": (_("Started"), "circle-dot"),
    "done": (_("Done"), "circle-check"),
    "skipped": (_("Skipped"), "circle-dashed"),
}


STEP_STATES = {"done": _("done"), "now": _("now"), "ahead": _("ahead"), "skipped": _("skipped"), "before": _("before your time")}


class Step(NamedTuple):
    """One step of a process. `state` is done, now, ahead, skipped or before."""

    name: Words
    state: str


class Task(NamedTuple):
    """One line of a task list. `state` is todo, started, done or skipped."""

    title: Words
    to: str
    state: str
    hint: Words = ""


class Entry(NamedTuple):
    """One thing that happened. `at` is a moment or a day; `sees` says who can read the entry."""

    at: dt.date | dt.datetime
    title: Words
    text: Words = ""
    actor: str = ""
    sees: Words = ""
    to: str = ""
