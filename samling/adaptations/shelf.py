"""The catalogue as one reads it: each adaptation with its words and what is published about it here."""

import datetime as dt
from typing import NamedTuple

from django.utils.translation import gettext

from samling.kernel.sorting import swedish_key
from samling.questions.rules.adaptations import CATALOGUE, Practice
from samling.questions.rules.shape import Stage

from .models.figures import figures, published
from .reference import MORE
from .rules import Figure


class Shelved(NamedTuple):
    """One adaptation of the catalogue."""

    practice: Practice
    figure: Figure

    @property
    def title(self) -> str:
        """Its name in the reader's language."""
        return gettext(self.practice.title)

    @property
    def more(self) -> str:
        """The second sentence on how to do it."""
        return MORE.get(self.practice.code, "")

    @property
    def slug(self) -> str:
        """Its code in an address."""
        return self.practice.code.removeprefix("ADAPT-").lower()

    @property
    def stages(self) -> str:
        """Whether it is for school, preschool or both."""
        words = {Stage.PRESCHOOL: gettext("preschool"), Stage.SCHOOL: gettext("school")}
        return ", ".join(words[one] for one in self.practice.stages)


def shelf(on: dt.date, stage: str = "", *, ended: bool = False) -> list[Shelved]:
    """Everything in the catalogue that can be tried on a day, with its figure; `ended`: also what no longer can."""
    known = figures()
    return [
        Shelved(one, known.get(one.code, Figure(one.code)))
        for one in CATALOGUE.values()
        if (ended or one.stands(on)) and (not stage or Stage(stage) in one.stages)
    ]


def listed(rows: list[Shelved], *, untried_first: bool = False) -> list[Shelved]:
    """By name, or what has been tried least first: never by who did best."""
    by_name = sorted(rows, key=lambda one: swedish_key(one.title))
    return sorted(by_name, key=lambda one: one.figure.children) if untried_first else by_name


def term_words() -> str:
    """The latest term that is part of the figures, in words; empty when nothing has been published."""
    term = published()
    if term is None:
        return ""
    said = gettext("the spring term of %(year)d") if term.month == 1 else gettext("the autumn term of %(year)d")
    return said % {"year": term.year}
