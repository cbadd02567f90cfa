"""What the pages of a version are laid out from."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, gettext

from samling.journey.models import Party
from samling.plan.models import Plan
from samling.promises.models.texts import how_it_stands, how_often
from samling.promises.models.whole import Whole
from samling.promises.rules import State
from samling.records.clock import today
from samling.ui.asking import sent
from samling.ui.words import STOCKHOLM, full_day, listed, time_in_words

from . import rules
from .forms import AcknowledgementForm, CopyForm
from .models import PlanVersion
from .models.frozen import frozen, spoken
from .rules import Change, changes
from .words import CHANGED


def publishing(plan: Plan) -> dict[str, Any]:
    """What a new version would say that the last did not, and whether one can be published."""
    before, told = PlanVersion.latest(plan), spoken(frozen(plan))
    lacks = Whole(plan).sip() if plan.kind == Plan.Kind.SIP else []
    may = rules.may_publish(goals=len(told["goals"]), promises=len(told["promises"]), writes=plan.writes)
    found = changes(before.body.says, told) if before else []
    return {
        "plan": plan, "child": plan.child, "missing": lacks, "may": may, "changed": in_words(found),
        "same": bool(before) and not found, "today": today(),
    }  # fmt: skip


def versions_page(plan: Plan) -> dict[str, Any]:
    """Every version of a plan, the latest first, with how many have read it."""
    rows = PlanVersion.objects.filter(plan=plan).select_related("written_by__person").prefetch_related("acknowledged", "copies")
    return {"plan": plan, "child": plan.child, "versions": list(rows.order_by("-number")[:60]), "today": today()}


def version_page(version: PlanVersion) -> dict[str, Any]:
    """The version as it was frozen, what changed, who has read it, where it was sent."""
    told = version.body.says
    goals = [{"key": key, **goal, "said_on": _day(goal["said_on"])} for key, goal in told["goals"].items()]
    goals.sort(key=lambda one: one["turn"])
    promises = [_line(one) for one in sorted(told["promises"].values(), key=lambda one: one["turn"])]
    copies = list(version.copies.select_related("written_by__person").order_by("written_at"))
    return {
        "version": version, "plan": version.plan, "child": version.plan.child, "told": told, "today": today(),
        "aims": [(goal, [one for one in promises if one["goal"] == goal["key"]]) for goal in goals],
        "rest": [one for one in promises if one["goal"] not in told["goals"]],
        "changed": in_words(version.changed), "review_on": _day(told["review_on"]),
        "acknowledged": list(version.acknowledged.select_related("written_by__person").order_by("written_at")),
        "copies": copies, "unsent": listed(_unsent(told, [one.to for one in copies])),
        "may_write": version.plan.writes, "is_latest": PlanVersion.latest(version.plan) == version,
        "called": version.get_kind_display(), "own": _own(told), "other": other_language(),
    }  # fmt: skip


def _own(told: dict[str, Any]) -> list[tuple[str, str]]:
    """The parties of a version, each with a summary for its own record."""
    return [(key, one["unit"]) for key, one in sorted(told.get("parties", {}).items(), key=lambda pair: pair[1]["turn"])]


def _unsent(told: dict[str, Any], sent_to: list[str]) -> list[str]:
    """Those who get copies and have not been sent this version."""
    parties = sorted(told.get("parties", {}).values(), key=lambda one: one["turn"])
    return [one["unit"] for one in parties if one["how"] == Party.How.COPY and one["unit"] not in sent_to]


def other_language() -> tuple[str, str]:
    """The language that papers can also be had in: its code, and what it calls itself."""
    return next((code, name) for code, name in settings.LANGUAGES if code != get_language())


def _line(one: dict[str, Any]) -> dict[str, Any]:
    days = {name: _day(one[name]) for name in ("starts_on", "until_on")}
    return one | days | {"rhythm": how_often(one["rhythm"]), "standing": how_it_stands(one["state"])}


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def in_words(found: list[Change]) -> list[str]:
    """Changes as sentences."""
    return [gettext(CHANGED[one.kind]) % {"before": _said(one.kind, one.before), "now": _said(one.kind, one.now)} for one in found]


def _said(kind: str, value: str) -> str:
    """A kept value in words; of a state only what it has become is one."""
    if kind == "review":
        return full_day(_day(value)) if value else "–"
    if kind == "meets" and value:
        at = dt.datetime.fromisoformat(value)
        return f"{full_day(at.astimezone(STOCKHOLM).date())} {time_in_words(at)}"
    return how_it_stands(value) if kind == "state" and value in set(State) else value


def acknowledgement_form(request: HttpRequest, version: PlanVersion) -> AcknowledgementForm:
    """Who at home has read it: each guardian by himself, and the child."""
    plan = version.plan
    found: dict[str, tuple[str, Any]] = {str(one.pk): (f"{one}, {one.relation}", one) for one in plan.home}
    found["child"] = (plan.called or gettext("the child"), None)
    return AcknowledgementForm(sent(request), people=found, today=today())


def copy_form(request: HttpRequest, version: PlanVersion) -> CopyForm:
    """To whom: those who take part by copy first."""
    known = {str(one.pk): one for one in version.plan.parties if one.how == one.How.COPY}
    parties = {key: (str(one.unit), one) for key, one in known.items()}
    parties |= {key: (one["unit"], None) for key, one in version.body.told.get("parties", {}).items()
                if one["how"] == Party.How.COPY and key not in known and not one["body"]}  # fmt: skip
    gone = set(version.copies.values_list("to", flat=True))
    first = next((key for key, (name, _party) in parties.items() if name not in gone), "")
    return CopyForm(sent(request), parties=parties, today=today(), initial={"to": first})

