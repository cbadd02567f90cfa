"""The decision in writing not to give what was held back: what, by which paragraph, why, and how one appeals. As PDF/A."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.utils.translation import gettext, ngettext

from samling.access import guard
from samling.extracts import rules
from samling.extracts.desk import Desk
from samling.extracts.models import Request
from samling.extracts.reference.grounds import GROUNDS
from samling.inventory.telling import title_of
from samling.kernel.answer import insist
from samling.kernel.settable import POSTAL
from samling.people.models import Capacity, Setting
from samling.records.clock import STOCKHOLM
from samling.ui.pdf import Document, Part, headed, pdf, reference
from samling.ui.words import full_day

from .reference.appeals import appeal


class Line(NamedTuple):
    """One kind of record on one ground: how many are held back whole, or have words struck out."""

    kind: str
    ground: str
    is_held: bool
    many: int

    @property
    def says(self) -> str:
        """The kind and how many, in words."""
        struck = gettext("%(n)s with words struck out") % {"n": self.many}
        return f"{title_of(self.kind)}: {self.many if self.is_held else struck}"

    @property
    def paragraph(self) -> str:
        """The paragraph, and what it protects."""
        return GROUNDS[self.ground].in_words


def lines(request: Request) -> list[Line]:
    """What was held back, on grounds that may be named; for who decides where it is held. Raises Refused for others."""
    found = [Line(row["kind"], row["ground"], row["is_held"], row["many"]) for row in guard.rows("extract_grounds", request.pk)]
    return [one for one in found if not GROUNDS[one.ground].silent]


def write(desk: Desk, because: str) -> None:
    """Decide in writing; the paper is kept as it was made."""
    insist(rules.may_refuse(may_open=desk.may_open, state=desk.state, is_held=True))
    guard.call("refuse_extract", desk.request.pk, because, paper(desk.request, because, by=desk.by, at=desk.at))


def paper(request: Request, because: str, *, by: Capacity, at: dt.datetime) -> bytes:
    """The decision as it is sent."""
    where = request.place
    parts = [Part(gettext("The decision"), _decided(request)), *_held(request),
             Part(gettext("Why"), because.splitlines()), Part(gettext("What it rests on"), [_rests_on(request)]),
             Part(gettext("How to appeal"), list(_appeal(request, address(by, at))))]  # fmt: skip
    said = gettext("%(where)s. %(who)s decided this on %(day)s. Number %(number)s.") % {
        "where": where, "who": by, "day": full_day(at.astimezone(STOCKHOLM).date()), "number": reference(request.pk)}  # fmt: skip
    head, foot = headed(request.pk, at), gettext("Samling")
    return pdf(Document(gettext("Decision: something is not given"), said, parts, head=head, foot=foot, made_at=at))


def address(by: Capacity, at: dt.datetime) -> str:
    """Where a letter to the authority is sent; nothing where the organisation has not filled it in."""
    return Setting.text(POSTAL, at, capacity=by.pk)


def kept(request: Request) -> bytes | None:
    """The paper as it was sent; nothing where none was made, and for those who may not open it."""
    found = request.steps.filter(kind="refused").values_list("paper", flat=True).first()
    return None if found is None else bytes(found)


def _decided(request: Request) -> list[str]:
    asked = gettext("The request came on %(day)s.") % {"day": full_day(request.received_on)}
    wanted = [gettext("What was asked for: %(what)s") % {"what": request.wanted}] if request.wanted else []
    return [gettext("%(where)s does not give what is named below.") % {"where": request.place}, asked, *wanted]


def _held(request: Request) -> Iterator[Part]:
    found = lines(request)
    if request.kind == rules.PUBLIC:  # to a stranger, what kinds there are is secret as well
        yield Part(gettext("What is not given"), [silent_words(), *dict.fromkeys(one.paragraph for one in found)])
        return
    rows = [(one.says, one.paragraph) for one in found]
    yield Part(gettext("What is not given"), [silent_words()], [gettext("What"), gettext("By which paragraph")] if rows else (), rows)


def silent_words() -> str:
    """What every decision says of what is never said."""
    return gettext("Some things are secret to the point that it is not said whether they exist. That is so in every decision, "
                   "whether there is anything or not (OSL).")  # fmt: skip


def _rests_on(request: Request) -> str:
    used = list(dict.fromkeys(GROUNDS[one.ground].paragraph for one in lines(request)))
    return "; ".join([appeal(request.kind, request.received_on).rests_on, *used])


def _appeal(request: Request, address: str) -> Iterator[str]:
    how: dict[str, Any] = {"where": request.place, "number": reference(request.pk)}
    found = appeal(request.kind, request.received_on)
    yield gettext("You may appeal against this decision to %(court)s.") % {"court": gettext(found.court)}
    yield gettext("Write to %(where)s. Say which decision it is (number %(number)s), what you want instead and why, and how you are "
                  "reached. You need no lawyer, and it costs nothing.") % how  # fmt: skip
    if address:
        yield gettext("Postal address: %(address)s") % {"address": address}
    yield ngettext("It must have come to %(where)s within %(weeks)s week from the day you got this decision.",
                   "It must have come to %(where)s within %(weeks)s weeks from the day you got this decision.",
                   found.weeks) % (how | {"weeks": found.weeks})  # fmt: skip
    yield gettext("%(where)s looks at whether it came in time, and sends it on to the court. (%(law)s)") % (how | {"law": found.law})
