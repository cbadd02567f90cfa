"""What one can try at home as one reads it: each thing with its words and what is published about it here."""

import datetime as dt
from typing import NamedTuple

from django.utils.translation import gettext

from samling.adaptations.models.figures import figures
from samling.adaptations.rules import Figure
from samling.kernel.sorting import swedish_key

from .reference import HomePractice, practices


class AtHome(NamedTuple):
    """One thing of the list."""

    practice: HomePractice
    figure: Figure

    @property
    def title(self) -> str:
        """Its name in the reader's language."""
        return gettext(self.practice.title)


def shelf(on: dt.date) -> list[AtHome]:
    """Everything that can be tried at home on a day, by name, with its figure: never by what did best."""
    known = figures()
    rows = [AtHome(one, known.get(one.code, Figure(one.code))) for one in practices(on)]
    return sorted(rows, key=lambda one: swedish_key(one.title))
