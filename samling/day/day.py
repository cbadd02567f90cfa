"""One person's day, gathered list by list."""

import datetime as dt
import itertools
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.utils.functional import cached_property

from samling.attendance.panel import Spark, sparks
from samling.journey.models import Draft, Meet, meets
from samling.people.models import Capacity, Child
from samling.promises.models.lists import Held, held
from samling.ui.pieces import Piece, piece

from .asked import follow_ups, interpreters, later_calls, meeting_line, referrals
from .begun import Begun, drafts
from .greeting import day_line, greeting
from .lines import FEW, Line, Listed, Notices, attempt, concerns, invitations, questions
from .places import Group, holds_children, places
from .waiting import waiting

MANY = 10  # lines of a list that stand on the page at once


class Day:
    """The lists of the day's page; each is fetched once and may fail alone."""

    def __init__(
        self,
        by: Capacity,
        at: dt.datetime,
        today: dt.date,
        *,
        owed: Callable[[], list[Any]],
        asked: Mapping[str, Any] = MappingProxyType({}),
    ):
        self.by, self.at, self.today, self.owed, self.asked = by, at, today, owed, asked

    @cached_property
    def _told(self) -> Notices:
        return Notices(self.by, self.at, self.today)

    @cached_property
    def _notices(self) -> tuple[Listed, Listed]:
        nothing: tuple[list[Line], list[Line]] = ([], [])
        listed, (now, later) = _fetched(self._told.fetch, nothing)
        return Listed(now, listed.failed), Listed(later, listed.failed)

    @cached_property
    def owes(self) -> Listed:
        """Concerns that wait for a thank-you."""
        return attempt(lambda: concerns(self.owed()))

    @cached_property
    def invited(self) -> Listed:
        """Invitations to one's unit."""
        return attempt(lambda: Listed(invitations()))

    @cached_property
    def referrals(self) -> Listed:
        """What schools have asked one's team."""
        return attempt(lambda: Listed(referrals(self.by)))

    @cached_property
    def questions(self) -> Listed:
        """Questions without a name to one's unit."""
        return attempt(lambda: Listed(questions(self.by)))

    @cached_property
    def do(self) -> Listed:
        """What is for today: concerns and invitations first, then what is due."""
        notices = self._notices[0]
        asks = attempt(lambda: Listed(follow_ups(self.by, self.today, but=self._told.asked_how)))
        parts = (self.interpreters, self.calls, self.referrals, self.invited, self.owes, self.questions, asks, notices)
        lines = [line for part in parts for line in part.lines]
        return Listed(lines, any(part.failed for part in parts), self.owes.more)

    @cached_property
    def waits(self) -> Listed:
        """What others owe."""
        return attempt(lambda: waiting(self.by, self.at))

    @cached_property
    def coming(self) -> Listed:
        """What is due on a later day, and the meetings after the next one, the nearest first."""
        notices, met = self._notices[1], self._meets[0]
        later = [meeting_line(one) for one in self.meets if one is not self.meeting and one.mine][:FEW]
        lines = sorted([*notices.lines, *later], key=lambda line: line.due or dt.date.max)
        return Listed(lines, notices.failed or met.failed)

    @cached_property
    def do_shown(self) -> Piece:
        """The piece of what is for today that is asked for."""
        return piece(self.do.lines, self.asked, "do", MANY)

    @cached_property
    def waits_shown(self) -> Piece:
        """The piece of what others owe that is asked for."""
        return piece(self.waits.lines, self.asked, "waits", MANY)

    @cached_property
    def coming_shown(self) -> Piece:
        """The piece of what comes that is asked for."""
        return piece(self.coming.lines, self.asked, "coming", MANY)

    @cached_property
    def drafts(self) -> list[Begun]:
        """What has been begun."""
        return _fetched(lambda: list(drafts(self.by, self.at)), list[Begun]())[1]

    @property
    def draft_days(self) -> int:
        """How many days a draft is kept."""
        return Draft.days_kept(self.by.pk, self.at)

    @cached_property
    def _promises(self) -> tuple[Listed, Held]:
        return _fetched(lambda: held(self.by, self.today), Held([], [], []))

    @property
    def promises(self) -> Listed:
        """Whether the promises could be fetched."""
        return self._promises[0]

    @property
    def held(self) -> Held:
        """What one has promised and holds together."""
        return self._promises[1]

    @cached_property
    def _meets(self) -> tuple[Listed, list[Meet]]:
        return _fetched(lambda: list(meets(self.by, self.at)), [])

    @property
    def meets(self) -> list[Meet]:
        """The meetings to come, of every kind."""
        return self._meets[1]

    @cached_property
    def meeting(self) -> Meet | None:
        """The next meeting: mine where I have one."""
        return next((one for one in self.meets if one.mine), next(iter(self.meets), None))

    @cached_property
    def interpreters(self) -> Listed:
        """Interpreters whom nobody has confirmed for a meeting that is near."""
        return attempt(lambda: Listed(interpreters(self.by, self.at, self.meets)))

    @cached_property
    def calls(self) -> Listed:
        """Calls afterwards, to families whose matter is closed."""
        return attempt(lambda: Listed(later_calls(self.today)))

    @property
    def children(self) -> list[Child]:
        """The children whose names stand on the page, for the log."""
        own = [*self.held.mine, *self.held.others, *self.held.reviews]
        lists = [piece.rows for piece in (self.do_shown, self.waits_shown, self.coming_shown)]
        near = [self.meeting] if self.meeting else []
        lines = [*itertools.chain(*lists), *self.drafts, *own, *near]
        return list({line.child.pk: line.child for line in lines if line.child}.values())

    @cached_property
    def sparks(self) -> dict[UUID, Spark]:
        """Attendance in small for the children on the page, where it may be read."""
        return _fetched(lambda: sparks([child.pk for child in self.children]), dict[UUID, Spark]())[1]

    @property
    def holds_children(self) -> bool:
        """Whether there are children to tell about and to see."""
        return holds_children(self.by)

    @property
    def places(self) -> list[Group]:
        """Where else one may go from here."""
        return places(self.by)

    @property
    def greeting(self) -> str:
        """The sentence the page begins with."""
        return greeting(self.by, len(self.do.lines) + self.asked_to_promise, self.at)

    @property
    def asked_to_promise(self) -> int:
        """How many of the promises on the page wait for me."""
        return self.held.waiting(self.today)

    @property
    def line(self) -> str:
        """The day and the week."""
        return day_line(self.today)


def _fetched[T](fetch: Callable[[], T], otherwise: T) -> tuple[Listed, T]:
    """What is fetched by itself, and whether it failed: then the other stands in its place."""
    found = [otherwise]

    def ask() -> Listed:
        found[:] = [fetch()]
        return Listed()

    return attempt(ask), found[0]


def uuid(text: str | None) -> UUID | None:
    """A key from an address, or nothing."""
    try:
        return UUID(text or "")
    except ValueError:
        return None
