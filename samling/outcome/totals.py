"""Totals of forms that are not ours to show: typed in on an agreement, told with their range, and never read as a diagnosis."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import get_language, gettext

from samling.followup.models import Ask, Person, Reply, Round
from samling.followup.models.replies import SCORED_BY, TOTAL, Told
from samling.followup.rules import How, State
from samling.instruments.models import NONE, may_type
from samling.instruments.scoring import Change, typed_change
from samling.instruments.shape import Package
from samling.kernel.answer import Answer, allow, insist, refuse
from samling.kernel.words import _
from samling.people.models import Capacity, Child
from samling.ui.words import full_day

from .moved import ORDER, SAYS


class Total(NamedTuple):
    """One person's latest total by one questionnaire, with the first where there are two."""

    who: str
    voice: str
    package: Package
    first: Told | None
    latest: Told
    change: Change

    @property
    def title(self) -> str:
        """The questionnaire and its range."""
        one, language = self.package, (get_language() or "sv")[:2]
        told = {"title": one.title[language], "least": _whole(one.least), "most": _whole(one.most)}
        return gettext("%(title)s (%(least)s to %(most)s)") % told

    @property
    def says(self) -> str:
        """The total with its day and who scored it; before and now where there are two."""
        now = _said(self.latest)
        return gettext("%(now)s. Before: %(before)s.") % {"now": now, "before": _said(self.first)} if self.first else f"{now}."

    @property
    def towards(self) -> str:
        """Which way is the better one."""
        return gettext("A higher figure is better.") if self.package.more_is_better else gettext("A lower figure is better.")

    @property
    def word(self) -> str:
        """Better, unchanged or worse, where spread and reliability are published with a source; else nothing."""
        return gettext(SAYS[self.change.word]) if self.change.reliable else ""


def totals(answers: Iterable[Told]) -> list[Total]:
    """Each person's totals by questionnaire, the child first."""
    series: dict[tuple[str, str, str], list[Told]] = {}
    for one in answers:
        if one.total is not None:
            series.setdefault((one.voice.value, str(one.person or one.who), one.package.code), []).append(one)
    return sorted((_total(mine) for mine in series.values()), key=lambda one: (ORDER.index(one.voice), one.who, one.package.code))


def _total(mine: list[Told]) -> Total:
    first, latest = (mine[0] if len(mine) > 1 else None), mine[-1]
    return Total(latest.who, latest.voice.value, latest.package, first, latest,
                 typed_change(latest.package, first.total if first else None, latest.total))  # fmt: skip


def _said(one: Told) -> str:
    told = {"total": _whole(float(one.total or 0)), "day": full_day(one.on), "who": one.reply.answers.get(SCORED_BY, "–")}
    return gettext("%(total)s on %(day)s, scored by %(who)s") % told


def _whole(value: float) -> str:
    return f"{value:g}"


def allowed(on: dt.date, round: Round) -> list[Package]:
    """The questionnaires of which a total may be typed in for a round."""
    return [one for one in may_type(on) if round.time in one.times]


def may_type_in(packages: list[Package], *, writes: bool) -> Answer:
    """Whoever asks in the round types in, and only on an agreement in force."""
    if not writes:
        return refuse(_("Those who work with the child type in totals."))
    return allow(_("There is an agreement in force.")) if packages else refuse(NONE)


@transaction.atomic
def type_in(child: Child, round: Round, person: Person, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> Reply:
    """Keep a total, once: behind the same wall as that person's other answers. `told`: package, total, scored_by, scored_on.

    Nobody is asked anything, so it is outside the person's budget. Raises Refused.
    """
    if earlier := Reply.objects.filter(pk=pk).first():
        return earlier
    insist(may_type_in([one for one in allowed(told["today"], round) if one.code == told["package"]], writes=round.writes))
    asked = Ask.put(child, round, person, How.SCORE, package=told["package"], by=by, at=at, pk=uuid5(pk, "ask"))
    answers = {TOTAL: f"{told['total'].normalize():f}", SCORED_BY: told["scored_by"]}
    heard = {"state": State.ANSWERED, "how": How.SCORE, "heard_on": told["scored_on"], "answers": answers}
    return Reply.give(asked, heard, by=by, at=at, pk=pk)
