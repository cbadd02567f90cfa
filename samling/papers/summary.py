"""What one authority keeps in its own record: its own promises, what was decided about the plan, day and version. No more."""

import json
from typing import Any

from django.utils.translation import gettext

from samling.plan.models import Plan
from samling.ui.words import first_upper

from .paper import Stamp, Told, day, facts, framed, hiding, in_turn, lines_of

DATA = ("text", "who", "rhythm", "starts_on", "until_on", "state")


def summary_paper(told: Told, stamp: Stamp, party: str, *, version: str, hidden: bool = False) -> tuple[Told, str]:
    """The summary for one party of a version; the same as data beside it, for the authority's own system. KeyError: no such party."""
    own = told["parties"][party]
    promises = [one for one in in_turn(told, "promises") if one.get("party") == party]
    name = ", ".join(filter(None, (own["unit"], own["body"])))
    paper = framed(
        gettext("Summary for the authority’s own record"), stamp,
        lead=gettext("About %(child)s. For %(party)s.") % {"child": told["child"], "party": name} if name
        else gettext("About %(child)s.") % {"child": told["child"]},
        facts=[[gettext("The plan"), first_upper(str(Plan.Kind(told["kind"]).label))], *facts(told), [gettext("Version"), version]],
        parts=[
            {"kind": "rows", "title": gettext("What you have promised"), "rows": lines_of(promises),
             "none": gettext("You have promised nothing in this version.")},
            {"kind": "lines", "title": gettext("What has been decided"), "lines": _decided(told)},
            {"kind": "lines", "title": gettext("What is not here"),
             "lines": [gettext("What others have promised, and what the child and the family have said, stand in the plan itself.")]},
        ],
        hidden=hiding() if hidden else "",
    )  # fmt: skip
    return paper, _data(told, stamp, promises, own, version)


def _decided(told: Told) -> list[str]:
    found = [gettext("The plan is looked at again on %(day)s.") % {"day": day(told["review_on"])}]
    if told["coordinator"]:
        found.append(gettext("%(who)s holds the plan together.") % {"who": told["coordinator"]})
    if told["accountable"]:
        found.append(gettext("%(body)s has overall responsibility.") % {"body": told["accountable"]})
    return found


def _data(told: Told, stamp: Stamp, promises: list[Told], own: Told, version: str) -> str:
    kept: dict[str, Any] = {
        "version": version, "number": stamp.number, "published_on": stamp.on.isoformat(), "kind": told["kind"],
        "unit": own["unit"], "organisation": own["body"], "review_on": told["review_on"], "coordinator": told["coordinator"],
        "accountable": told["accountable"], "promises": [{name: one[name] for name in DATA} for one in promises],
    }  # fmt: skip
    return json.dumps(kept, ensure_ascii=False, indent=1)
