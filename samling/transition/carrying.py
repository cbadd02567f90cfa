"""A package as plain values on its way out or in; what comes in is looked through before anything is kept."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext

from samling.access import guard
from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

from .forms import LONGEST
from .models import Package, PackageSeen
from .reference import BY_CODE
from .rules import Kind, Stance
from .sealed import Unopened

FIELDS = {"kind": str, "moves_on": str, "from": str, "child": dict, "parts": list, "seen": list}
NAME = 80


def may_carry(package: Package) -> Answer:
    """Paper and file are made by one who reads all of it, once it has been handed over."""
    titles = {row["code"] for row in guard.rows("package_titles", package.pk)}
    if titles - {one.code for one in package.told()}:
        return refuse(_("There is a part that you may not read. Someone who reads all of it prints it or makes the file."))
    return allow(_("You read all of it."))


def carried(package: Package) -> dict[str, Any]:
    """The words of a package, as a file says them."""
    child = package.child
    return {
        "kind": package.kind, "moves_on": package.moves_on.isoformat(), "from": f"{child.unit}, {child.unit.branch.organisation}",
        "child": {"given_name": child.given_name, "family_name": child.family_name, "birth_year": child.birth_year,
                  "born_on": child.born_on.isoformat() if child.born_on else None},
        "parts": [{"code": one.code, "text": one.text} for one in package.told()],
        "seen": [{"who": one.who, "how": one.how, "stance": one.stance, "seen_on": one.seen_on.isoformat(), "words": one.body.words}
                 for one in package.said()],
    }  # fmt: skip


def looked_through(told: Any) -> dict[str, Any]:
    """The same values, in a shape that can be kept. Raises Unopened("shape")."""
    try:
        if not all(isinstance(told[name], kind) for name, kind in FIELDS.items()):
            raise Unopened("shape")
        child = told["child"]
        born = dt.date.fromisoformat(child["born_on"]).isoformat() if child.get("born_on") else None
        return {
            "kind": Kind(told["kind"]).value, "moves_on": dt.date.fromisoformat(told["moves_on"]).isoformat(), "from": told["from"][:160],
            "child": {"given_name": child["given_name"].strip()[:NAME], "family_name": child["family_name"].strip()[:NAME],
                      "birth_year": int(child["birth_year"]), "born_on": born},
            "parts": [{"code": BY_CODE[one["code"]].code, "text": one["text"][:LONGEST]} for one in told["parts"]],
            "seen": [_seen(one) for one in told["seen"]],
        }  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise Unopened("shape") from fault


def _seen(one: dict[str, Any]) -> dict[str, Any]:
    return {"who": one["who"][:160], "how": PackageSeen.How(one["how"]).value, "stance": Stance(one["stance"]).value,
            "seen_on": dt.date.fromisoformat(one["seen_on"]).isoformat(), "words": one["words"][:2000]}  # fmt: skip


TROUBLES = {
    "shape": _("This is no package from a Samling. Choose the file whose name ends with .samling."),
    "passphrase": _("The passphrase does not fit the file. Ask the sender, and write it exactly as it was."),
    "unknown": _("The file is signed by an installation that is not known here. Ask your system administrator to check its key."),
}


def trouble(fault: Unopened) -> str:
    """What to do about a file that cannot be read in."""
    return gettext(TROUBLES[fault.because])
