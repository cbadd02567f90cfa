"""What the pages about support are laid out from."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.dateparse import parse_datetime

from samling.access import guard, holding
from samling.journey.models import Draft, Entry
from samling.journey.rules import home_reads
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child
from samling.records.clock import now, today
from samling.ui.asking import sent, status
from samling.ui.parts import Entry as Line
from samling.ui.respond import respond
from samling.ui.words import first_upper

from . import rules
from .forms import NoteForm, SupportForm
from .models import Contribution, Occasion, Support, told_by_others
from .models.occasions import timeline
from .models.places import Desk, readers_of
from .reference import BY_CODE, PRACTICES
from .rules import STEPS, State


def desk_of(request: HttpRequest, child: Child) -> Desk:
    """The one who asks, about to note something for this child."""
    return Desk(child, request.capacity, now(), today())


def page_of(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The page of one child: ours, the others', and what has been done, of one support and kind when asked."""
    at_desk, own = desk_of(request, child), Support.about(child.pk)
    chosen = next((one for one in own if str(one.pk) == request.GET.get("support")), None)
    kind = request.GET.get("kind", "") if request.GET.get("kind") in Entry.Kind.values else ""
    page = timeline(child.pk, support=chosen.pk if chosen else None, kind=kind, before=_moment(request.GET.get("before", "")))
    return {
        "child": child,
        "own": own,
        "others": told_by_others(child.pk, own),
        "may_start": at_desk.may_start(),
        "may_answer": Contribution.may_note(request.capacity),
        "lines": lines_of(page.occasions, child.pk, named=True),
        "before": page.before,
        "chosen": chosen,
        "kind": kind,
        "kinds": [(code, first_upper(str(word))) for code, word in Entry.Kind.choices],
        "today": today(),
    }


def lines_of(occasions: list[Occasion], child: UUID, *, named: bool) -> list[Line]:
    """Occasions as lines of a timeline, each with who can read it; `named` with which support it belongs to."""
    at, seen = now(), {}
    for one in occasions:
        key = (one.wall, _home(one))
        if key not in seen:
            seen[key] = ", ".join(readers_of(child, *key[:1], at, key[1]))
    return [_line(one, seen[one.wall, _home(one)], named=named) for one in occasions]


def _line(one: Occasion, sees: str, *, named: bool) -> Line:
    what, unit = first_upper(str(one.entry.get_kind_display())), one.written_by.unit
    title = " · ".join((what, one.support.title, str(one.written_by.person)) if named else (what, str(one.written_by.person)))
    text = one.entry.body.text if hasattr(one.entry, "body") else ""
    return Line(one.written_at, title, text, unit.branch.actor if unit else "school", sees, one.entry.get_absolute_url())


def _home(one: Any) -> str:
    return home_reads(one.for_guardians, one.for_guardians_because)


def start_form(request: HttpRequest, at_desk: Desk) -> SupportForm:
    """An empty form, one filled with something of the list (?code=), or what was sent."""
    first: dict[str, Any] = {"holder": at_desk.by.pk}
    code = request.GET.get("code", "")
    if code in PRACTICES:
        first |= {"code": code, "kind": "home"}
    return SupportForm(sent(request), initial=first, desk=at_desk)


def new_page(request: HttpRequest, form: SupportForm, at_desk: Desk) -> dict[str, Any]:
    """The form with who will read what it says now, here and at the joint table."""
    asked = form.data if form.is_bound else request.GET
    return _live(asked.get("form", ""), asked.get("home", ""), at_desk) | {"form": form}


def _live(form: str, home: str, at_desk: Desk) -> dict[str, Any]:
    known = BY_CODE.get(form)
    return {"child": at_desk.child, "desk": at_desk, "readers": at_desk.sees(form, home), "table": at_desk.table,
            "known": known if known in at_desk.forms else at_desk.forms[0]}  # fmt: skip


def one(request: HttpRequest, support: Support, form: NoteForm | None = None) -> dict[str, Any]:
    """The page of one support."""
    child, page = child_of(support), timeline(support.subject_id, support=support.pk, before=_moment(request.GET.get("before", "")))
    held = holding.holders([support.holder_id]).get(support.holder_id) or support.holder_id
    said = support.outcomes.filter(withdrawn_at=None).select_related("body", "written_by__person")
    return note_page(request, support, form or NoteForm(initial=begun(request, support))) | {
        "holder": Capacity.known([held]).get(held, support.holder),
        "outcomes": said.order_by("-written_at"),
        "lines": lines_of(page.occasions, child.pk, named=False),
        "before": page.before,
        "steps": [(one, one == State.ENDED) for one in STEPS[State(support.state)] if one != State.ENDED],
        "may_end": State.ENDED in STEPS[State(support.state)],
        "because": rules.BECAUSE,
        "latest": support.latest,
        "may_share": support.may_share(),
        "may_evaluate": may_evaluate(support),
        "may_take_back": support.may_take_back(request.capacity, now()),
        "table": Desk(child, request.capacity, now(), today()).table,
    }


def note_page(request: HttpRequest, support: Support, form: NoteForm) -> dict[str, Any]:
    """The quick note with who will read what it says now."""
    asked = form.data if form.is_bound else request.GET
    home = asked.get("home") or str(form["home"].initial or _home(support))
    return {
        "support": support,
        "child": child_of(support),
        "form": form,
        "readers": readers_of(support.subject_id, support.wall, now(), home),
        "may_write": writes(support),
        "place": place_of(support),
        "today": today(),
    }


def begun(request: HttpRequest, support: Support) -> dict[str, Any]:
    """What one has begun to write about it, else what is likely: a talk, for the home as the support itself."""
    draft = Draft.at_place(place_of(support), by=request.capacity.pk, at=now())
    typed = {name: said[0] for name, said in draft.typed.items() if said} if draft else {}
    is_here = typed.get("about") == str(support.pk)
    return {"home": _home(support)} | {name: typed[name] for name in ("kind", "text", "home") if is_here and name in typed}


def forget(request: HttpRequest, support: Support) -> None:
    """What was begun has become a note."""
    Draft.drop(place_of(support), by=request.capacity.pk)


def place_of(support: Support) -> str:
    """Where the draft of a note is kept: one for each child, which knows the support that it is about."""
    return f"occasion-{support.subject_id}"


def facts_form(request: HttpRequest, support: Support, form: Any) -> Any:
    """The form filled with what stands."""
    first = {"holder": support.holder_id, "starts_on": support.starts_on, "evaluate_on": support.evaluate_on, "home": _home(support)}
    made = form(sent(request), initial=first, desk=desk_of(request, child_of(support)))
    if made.is_bound and made.is_valid():
        made.insist_reads(made.cleaned_data, support.wall)
    return made


def may_evaluate(support: Support) -> Answer:
    """Whether one can say now how it goes."""
    return rules.may_evaluate(ended=support.is_ended, asked=support.outcomes.filter(withdrawn_at=None).exists())


def writes(support: Support) -> bool:
    """Whether the one who acts may write about it."""
    return guard.my_access(support.subject_id).get(support.wall, False)


def insist_writes(support: Support) -> None:
    """Only those who give support of this form write about it. Raises Refused."""
    insist(rules.may_work(writes=writes(support)))


def asked(request: HttpRequest, page: str, form: Any, support: Support) -> HttpResponse:
    """The page that asks, with who will read what is written."""
    sees = readers_of(support.subject_id, support.wall, now(), _home(support))
    return respond(request, page, status=status(form), form=form, support=support, child=child_of(support), readers=sees, today=today())


def child_of(support: Support) -> Child:
    """The child that it is about; raises Http404 when the name is not one's to read."""
    found = Child.objects.select_related("unit", "branch").filter(pk=support.subject_id).first()
    if found is None:
        raise Http404
    return found


def _moment(text: str) -> dt.datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and found.tzinfo else None
