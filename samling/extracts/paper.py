"""What is given: a paper for a person and the same as data for a machine. Built from the items alone."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import get_language, gettext

from samling.inventory.reference.titles import TITLES
from samling.inventory.telling import Names, day_of, lines_of, struck, title_of
from samling.records.clock import STOCKHOLM
from samling.ui.pdf import HOUSE, headed, laid_out, reference
from samling.ui.tabled import as_table, shared
from samling.ui.words import full_day

from . import rules
from .models import Request
from .reading import Extract, Weighed
from .reference.grounds import GROUNDS

SOURCE = HOUSE / "extracts" / "typst" / "extract.typ"
Told = dict[str, Any]


def files(extract: Extract, at: dt.datetime) -> tuple[bytes, bytes]:
    """The paper (PDF/A) and the data (JSON)."""
    data = json.dumps(data_of(extract, at), ensure_ascii=False, indent=1).encode()
    return paper_file(extract, at), data


def paper_file(extract: Extract, at: dt.datetime, *, draft: bool = False) -> bytes:
    """The paper laid out."""
    return laid_out(SOURCE, paper_of(extract, at, draft=draft), made_at=at, is_long=True)


def paper_of(extract: Extract, at: dt.datetime, *, draft: bool = False) -> Told:
    """The plain values of the paper."""
    names = Names(one for one in extract.items if not one.is_held)  # what is held back is not named by another record either
    return {
        "title": titled(extract.request), "language": (get_language() or "sv")[:2], "lead": _about(extract),
        "head": headed(extract.request.pk, at), "foot": gettext("Samling"), "draft": gettext("DRAFT") if draft else "",
        "facts": _facts(extract, at), "parts": list(_parts(extract, names)), "closing": list(_closing(extract)),
        "all": gettext("The same for all"),
        "lacking": gettext("Some signs could not be printed and are shown as □. They are in the data file."),
    }  # fmt: skip


def data_of(extract: Extract, at: dt.datetime) -> Told:
    """The same for a machine: every column by its name in the database, and the kinds of what is held back."""
    request = extract.request
    return {
        "extract": {"reference": reference(request.pk), "kind": request.kind, "compartment": request.place,
                    "received_on": request.received_on.isoformat(), "made_at": at.isoformat()},
        "records": [_record(one) for one in extract.items if not one.is_held],
        "held_back": [{"kind": one.table, "paragraph": GROUNDS[_ground(one)].paragraph} for one in _spoken(extract)
                      if request.kind == rules.OWN],
    }  # fmt: skip


def titled(request: Request) -> str:
    """What the paper is called."""
    return gettext("Extract of personal data") if request.kind == rules.OWN else gettext("Public documents")


def _about(extract: Extract) -> str:
    child = next((one.row for one in extract.items if one.table == "people_child" and not one.is_kept_back), None)
    where = extract.request.place
    name = f"{child['given_name']} {child['family_name']}" if child else ""
    return gettext("About %(child)s. From %(where)s.") % {"child": name, "where": where} if name else where


def _facts(extract: Extract, at: dt.datetime) -> list[list[str]]:
    request = extract.request
    opening = request.opening_at(at)
    return [
        [gettext("Asked for on"), full_day(request.received_on)],
        [gettext("Made on"), full_day(at.astimezone(STOCKHOLM).date())],
        *([[gettext("Prepared by"), str(opening.preparer)]] if opening else []),
        [gettext("Records"), str(sum(not one.is_held for one in extract.items))],
    ]


def _parts(extract: Extract, names: Names) -> Iterator[Told]:
    order = list(TITLES)
    for table, items in sorted(extract.by_kind(), key=lambda kind: order.index(kind[0])):
        shown = sorted((one for one in items if not one.is_held), key=lambda one: str(one.row.get("week_on", "")))
        if shown:
            lines = [_lines(one, names) for one in shown]
            rows = as_table(lines)
            same, own = ([], []) if rows else shared(lines)
            told = [{"day": day_of(one), "lines": left} for one, left in zip(shown, own, strict=False)]
            yield {"title": title_of(table), "table": rows, "same": same, "items": told}


def _lines(item: Weighed, names: Names) -> list[tuple[str, str]]:
    lines = lines_of(item, names)
    return [*lines, (gettext("Struck out by"), _paragraph(item))] if item.masked else lines


def _record(item: Weighed) -> Told:
    told: Told = {"kind": item.table, "id": item.record, "values": struck(item.row, item.masked)}
    return told | ({"struck_out": GROUNDS[_ground(item)].paragraph} if item.masked else {})


def _ground(item: Weighed) -> str:
    return item.choice.ground if item.choice else ""


def _paragraph(item: Weighed) -> str:
    ground = GROUNDS[_ground(item)]
    return "OSL" if ground.silent else ground.in_words


def _spoken(extract: Extract) -> list[Weighed]:
    """What is held back on a ground that may be named."""
    return [one for one in extract.items if one.is_held and not GROUNDS[_ground(one)].silent]


def _closing(extract: Extract) -> Iterator[Told]:
    if extract.request.kind == rules.PUBLIC:  # to a stranger, what kinds there are is secret as well
        found = list(dict.fromkeys(_paragraph(one) for one in _spoken(extract)))
    else:
        found = [f"{title_of(one.table)}, {day_of(one)}: {_paragraph(one)}" for one in _spoken(extract)]
    yield {"title": gettext("Held back"), "lines": found or [gettext("Nothing that may be named here is held back.")]}
    yield {"title": gettext("What is never said"), "lines": [gettext(
        "Some things are secret to the point that it is not said whether they exist. That is so in every extract, "
        "whether there is anything or not (OSL).")]}  # fmt: skip
    yield {"title": gettext("What is not here"), "lines": [
        gettext("Notes that somebody has begun and not saved; the log of refused tries and of the watch over the log; "
                "lists of a whole class on their way in; locked emergency sheets; back-ups."),
        gettext("What others hold. Each answers for its own: ask the school or preschool, the school nurse, the social services "
                "and the health care each by itself. That they stand here does not say that they hold anything."),
    ]}  # fmt: skip
    yield {"title": gettext("Your rights"), "lines": list(_rights(extract.request))}


def _rights(request: Request) -> Iterator[str]:
    if request.kind == rules.OWN:
        yield gettext("You may ask that what is wrong is put right, that something is erased or used less, and you may object "
                      "(GDPR 16–18, 21). You may complain to Integritetsskyddsmyndigheten, www.imy.se.")  # fmt: skip
        yield gettext("The data are used to give the child support in time, as a task of public interest (GDPR 6.1 e). Who has had "
                      "them is told under “Who has looked” and “What was told to others”. They are kept for as long as the "
                      "authority’s plan for its records says.")  # fmt: skip
    yield gettext("If something was held back you may ask for a decision in writing, and appeal against it.")
