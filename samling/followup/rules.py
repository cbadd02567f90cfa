"""When one is asked, how much, how often, and what counts as solved where it was. Plain values in and out."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from samling.instruments.shape import LONGEST_SHEET, Time, Voice
from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.categories import Category as C
from samling.kernel.settable import shipped
from samling.kernel.words import _
from samling.kernel.workdays import workday_from

FORTNIGHT = dt.timedelta(days=14)
A_YEAR = dt.timedelta(days=365)
HELP_SECONDS = 8  # one promise: does it help?
MOST_HELPS = 12
FORMAL = (Time.T0, Time.T1, Time.T2, Time.T3, Time.T4)
# What is asked when.
PACKAGES: Mapping[Time, str] = {
    **dict.fromkeys(FORMAL, "SAM-3S"),
    **dict.fromkeys((Time.LIGHT, Time.SOLVED), "HELPS"),
    **dict.fromkeys((Time.MEETING, Time.NEXT_MEETING), "SIPQ"),
}
DAYS = {
    Time.T1: shipped("deadline.t1_days"),
    Time.T3: shipped("deadline.t3_days"),
    Time.T4: shipped("deadline.t4_days"),
    Time.LIGHT: shipped("deadline.light_days"),
}
KINDS = {Voice.CHILD: C.VOICE, Voice.HOME: C.HOME, Voice.SCHOOL: C.LEARNING}
LEVELS = {Voice.CHILD: "child", Voice.HOME: "home", Voice.SCHOOL: "staff"}  # whose words a promise is told in


class How(StrEnum):
    """How somebody is asked, and how the answer came."""

    TABLE = "table"
    PHONE = "phone"
    PAPER = "paper"
    LINK = "link"
    SCORE = "score"  # a total from a form that was filled in elsewhere


OFF_BUDGET = (How.TABLE, How.SCORE)


class State(StrEnum):
    """What came of asking. Skipping this time and not wanting to be asked this are answers too."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    DECLINED = "declined"


class Asked(NamedTuple):
    """One question put to a person: when, open until when, how, and whether an answer of any kind has come."""

    on: dt.date
    until_on: dt.date
    how: str
    has_answer: bool


class Budget(NamedTuple):
    """What is left of what one person may be asked: what is open until when, and the day from which one may ask again."""

    open_until: dt.date | None
    free_on: dt.date

    def may(self, today: dt.date, *, at_table: bool = False) -> bool:
        """Whether the person may be asked today; at a meeting only what is open stands in the way."""
        return self.open_until is None and (at_table or self.free_on <= today)


EVENTS = {
    "planned": _("follow-up planned"),
    "asked": _("asked how it is"),
    "done": _("follow-up done"),
    "moved": _("day of follow-up moved"),
    State.ANSWERED: _("answered how it is"),
    State.SKIPPED: _("skipped the questions this time"),
    State.DECLINED: _("did not want to answer the questions"),
}


def budget(asked: Iterable[Asked], today: dt.date) -> Budget:
    """What one person may be asked: one question open at a time, never more than one a fortnight outside meetings."""
    rows = list(asked)
    waiting = [one.until_on for one in rows if not one.has_answer and one.until_on >= today]
    apart = [one.on + FORTNIGHT for one in rows if one.how not in OFF_BUDGET]
    return Budget(max(waiting, default=None), max(apart, default=today))


def may_ask(*, writes: bool, left: Budget, seconds: int, how: str, today: dt.date) -> Answer:
    """Whether a person is asked now: within the budget, three minutes at most, by one who writes there."""
    if not writes:
        return refuse(_("You may not write about this kind of information for the child."))
    if how == How.SCORE:
        return allow(_("It has been filled in elsewhere: nobody is asked anything."))
    if seconds > LONGEST_SHEET:
        return refuse(_("It takes more than three minutes. Ask less."))
    if left.open_until:
        return refuse(_("A question to this person is still open. Wait for the answer, or note that it was skipped."))
    if not left.may(today, at_table=how == How.TABLE):
        return refuse(_("This person was asked less than a fortnight ago. Ask at a meeting, or wait."))
    return allow(_("There is room to ask."))


def helps_that_fit(seconds: int, promises: Sequence[UUID]) -> list[UUID]:
    """The promises that fit on the same sheet beside what is asked, the first ones first."""
    room = max(LONGEST_SHEET - seconds, 0) // HELP_SECONDS
    return list(promises[: min(room, MOST_HELPS)])


def is_merged(time: Time, other: Time) -> bool:
    """Whether another round that is due is asked on the same sheet: a formal one holds the light check too."""
    return time in FORMAL and other is Time.LIGHT


def category(voice: Voice, may: Collection[C]) -> C:
    """Which kind of information an answer is where the asker works; where only SOCIAL may be written, all is that."""
    kind = KINDS[voice]
    return C.SOCIAL if kind not in may and C.SOCIAL in may else kind


def may_plan(*, writes: bool, has_same: bool) -> Answer:
    """Whoever works with the child sets a day; each of the five times once until it is done."""
    if not writes:
        return refuse(_("Those who work with the child set the days of follow-up."))
    if has_same:
        return refuse(_("That time has its day already."))
    return allow(_("You work with this child."))


def may_move(*, writes: bool, is_done: bool) -> Answer:
    """A day that has come by itself is a proposal: whoever works with the child chooses another."""
    if is_done:
        return refuse(_("The follow-up is done."))
    return may_plan(writes=writes, has_same=False)


def may_answer(*, writes: bool, has_answer: bool) -> Answer:
    """An answer is noted once, by one who writes where it was asked."""
    if has_answer:
        return refuse(_("It has been answered already."))
    if not writes:
        return refuse(_("Those who asked note the answer."))
    return allow(_("You may note the answer."))


def may_put(*, is_own: bool, guests: int, told: int, covered: int) -> Answer:
    """An answer is put on the joint table when whoever gave it wants that, on a standing yes for everyone there."""
    if not is_own:
        return refuse(_("Only the one who noted the answer puts it on the table."))
    if not guests:
        return refuse(_("Nobody else takes part yet."))
    if told == guests:
        return refuse(_("Everyone at the table can read it already."))
    if covered < guests:
        return refuse(_("Somebody at the table may not be told this yet. Ask the family for a yes that covers it."))
    return allow(_("A standing yes covers it for everyone at the table."))


def after(start: dt.date, days: Mapping[Time, int] = DAYS) -> dict[Time, dt.date]:
    """The day of what follows a start, when offices are open."""
    return {Time.T1: workday_from(start + dt.timedelta(days=days[Time.T1]))}


def after_closing(closed_on: dt.date, days: Mapping[Time, int] = DAYS) -> dict[Time, dt.date]:
    """The days of the two calls after closing, when offices are open."""
    return {time: workday_from(closed_on + dt.timedelta(days=days[time])) for time in (Time.T3, Time.T4)}


def next_light(done_on: dt.date, days: Mapping[Time, int] = DAYS) -> dt.date:
    """The day of the next light check, when offices are open."""
    return workday_from(done_on + dt.timedelta(days=days[Time.LIGHT]))


class Solved(NamedTuple):
    """What is known of something that was solved where it was.

    `answered_on`: the day of the latest answer; `ended_on`: the decision was taken back; `back_on`: days on which a concern came.
    """

    school: bool
    child: bool
    home: bool
    answered_on: dt.date | None
    ended_on: dt.date | None = None
    back_on: tuple[dt.date, ...] = ()

    @property
    def is_answered(self) -> bool:
        """The school has answered, and the child or the home."""
        return self.school and (self.child or self.home) and self.answered_on is not None

    @property
    def came_back_on(self) -> dt.date | None:
        """The first day on which the concern was there again: before it was answered, or within twelve months of that."""
        days = [*self.back_on, *((self.ended_on,) if self.ended_on else ())]
        if self.answered_on is None:
            return self.ended_on
        from_on = min(self.answered_on, self.ended_on or self.answered_on)
        return min((day for day in days if from_on <= day <= self.answered_on + A_YEAR), default=None)

    @property
    def counts(self) -> bool:
        """Whether it counts as solved before any team was asked."""
        return self.is_answered and self.came_back_on is None


SOLVED_BACK = _("It does not count as solved here: the concern came back %(on)s.")
SOLVED_COUNTS = {
    (True, True): _("It counts as solved here: the school, the child and the home have answered."),
    (True, False): _("It counts as solved here: the school and the child have answered."),
    (False, True): _("It counts as solved here: the school and the home have answered."),
}
SOLVED_WAITS = {
    (False, False): _("It does not count as solved here yet: nobody has answered the follow-up."),
    (True, False): _("It does not count as solved here yet: neither the child nor the home has answered the follow-up."),
    (False, True): _("It does not count as solved here yet: the school has not answered the follow-up."),
}


def solved_in_words(found: Solved) -> tuple[str, dt.date | None]:
    """Whether it counts, in a sentence, and the day that the sentence names."""
    if found.came_back_on:
        return SOLVED_BACK, found.came_back_on
    if found.counts:
        return SOLVED_COUNTS[found.child, found.home], None
    return SOLVED_WAITS[found.school, found.child or found.home], None
