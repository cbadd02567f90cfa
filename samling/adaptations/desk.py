"""What the pages about one child's adaptations are laid out from."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from samling.access import guard, holding
from samling.checklist.models import Trial
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child, Unit
from samling.questions.rules.adaptations import adaptation as practice_of
from samling.questions.rules.adaptations import catalogue
from samling.questions.rules.shape import Stage
from samling.records.clock import now, today
from samling.seating.models import readers
from samling.ui.respond import respond

from . import rules
from .forms import OWN, AdaptationForm
from .models import Adaptation, SpecialSupport
from .models.together import SUPPORT, Tries, holders, own_words, proposals
from .models.tried import home
from .reference import MORE


def page_of(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The page of one child: the strip, what is due, what goes on, what was, ideas, and special support."""
    tries, on, access = Tries(child, today()), today(), guard.my_access(child.pk)
    started = _uuid(request.GET.get("started"))
    fresh = [one.record for one in tries.all if one.record.pk == started]
    return {
        "child": child,
        "tries": tries,
        "proposals": proposals(tries),
        "may_start": Adaptation.may_start(child, access),
        "fresh": fresh[0] if fresh and fresh[0].may_take_back(request.capacity, now()) else None,
        "support": SpecialSupport.about(child.pk),
        "may_note": SpecialSupport.may_note(child, access),
        "today": on,
    }


def started_at_once(request: HttpRequest, child: Child) -> HttpResponse:
    """One press: the idea is tried from today by the one who pressed, and asked about within six weeks."""
    code, by, at, on = request.POST.get("code", ""), request.capacity, now(), today()
    found = practice_of(code)
    if found is None or found not in catalogue(stage_of(child), on):
        return redirect("adaptations:child", child.pk)
    told = {
        "code": code, "place": Adaptation.Place.ALL_DAY, "holder": by, "starts_on": on,
        "evaluate_on": rules.evaluation_day(on), "home_knows": False,
    }  # fmt: skip
    made = Adaptation.start(child, told, by=by, at=at, pk=uuid4())
    return redirect(f"{reverse('adaptations:child', args=[child.pk])}?started={made.pk}")


def start_form(request: HttpRequest, child: Child, trial: Trial | None) -> AdaptationForm:
    """An empty form, one filled with an idea (?code=) or with what the table chose, or what was sent."""
    first: dict[str, Any] = {"code": request.GET.get("code", ""), "holder": request.capacity.pk}
    if trial:
        tried = next(one for one in Tries(child, today()).all if one.record.pk == trial.pk)
        first = {
            "code": trial.adaptation or OWN, "own": own_words(trial), "holder": trial.starter_id or first["holder"],
            "starts_on": tried.starts_on, "evaluate_on": tried.evaluate_on,
        }  # fmt: skip
    begun = first.get("evaluate_on")
    return AdaptationForm(sent(request), initial=first, begun=begun, **_asks(child))


def correct_form(request: HttpRequest, child: Child, one: Adaptation) -> AdaptationForm:
    """The form filled with what stands; the words only for their writer, for a day."""
    body = one.body
    first = {
        "code": one.code or OWN, "own": body.own, "how": body.how, "place": one.place, "holder": one.holder_id,
        "starts_on": one.starts_on, "evaluate_on": one.evaluate_on,
        "home_knows": "yes" if one.for_guardians == home(True)["for_guardians"] else "no",
    }  # fmt: skip
    form = AdaptationForm(sent(request), initial=first, begun=one.evaluate_on, **_asks(child, one))
    if not one.may_rewrite(request.capacity, now()):
        for name in ("own", "how"):
            form.fields[name].disabled = True
    return form


def _asks(child: Child, one: Adaptation | None = None) -> dict[str, Any]:
    offered = catalogue(stage_of(child), today())
    known = practice_of(one.code) if one else None
    if known and known not in offered:  # it is no longer offered, and stays where it stands
        offered.append(known)
    return {"practices": offered, "holders": holders(child, now()), "today": today()}


def one(request: HttpRequest, adaptation: Adaptation) -> dict[str, Any]:
    """The page of one adaptation."""
    child, known = child_of(adaptation), practice_of(adaptation.code)
    held = holding.holders([adaptation.holder_id]).get(adaptation.holder_id) or adaptation.holder_id
    said = adaptation.evaluations.filter(withdrawn_at=None).select_related("body", "written_by__person")
    return {
        "adaptation": adaptation,
        "child": child,
        "known": known,
        "more": MORE.get(adaptation.code, ""),
        "holder": Capacity.known([held]).get(held, adaptation.holder),
        "evaluations": said.order_by("-written_at"),
        "state": adaptation.standing(today()),
        "may_write": Adaptation.may_start(child),
        "may_evaluate": adaptation.may_evaluate(),
        "may_take_back": adaptation.may_take_back(request.capacity, now()),
        "readers": readers(child.pk, [adaptation.wall], now()),
        "today": today(),
    }


def asked(request: HttpRequest, page: str, form: Any, child: Child, **shown: Any) -> HttpResponse:
    """The page that asks, with who will read what is written."""
    category = shown.pop("category", SUPPORT if "support" in shown else Category.ADAPTATIONS)
    sees = readers(child.pk, [wall(child.branch.number, category)], now())
    shown |= {"child": child, "readers": sees, "today": today()}
    return respond(request, page, status=422 if form.is_bound else 200, form=form, **shown)


def child_of(record: Any) -> Child:
    """The child that a record is about; raises Http404 when the name is not one's to read."""
    found = Child.objects.select_related("unit", "branch").filter(pk=record.subject_id).first()
    if found is None:
        raise Http404
    return found


def trial_of(child: Child, request: HttpRequest) -> Trial | None:
    """The line of a checklist that is to be carried on, if it is about this child."""
    wanted = _uuid(request.GET.get("trial"))
    lines = Trial.objects.filter(pk=wanted, subject_id=child.pk, withdrawn_at=None, is_empty=False)
    found: Trial | None = lines.select_related("body").first() if wanted else None
    latest = {one.record.pk for one in Tries(child, today()).all} if found else set()
    return found if found and found.pk in latest else None


def stage_of(child: Child) -> Stage:
    """School or preschool."""
    return Stage.PRESCHOOL if child.unit.kind == Unit.Kind.PRESCHOOL else Stage.SCHOOL


def is_preschool(child: Child) -> bool:
    """Whether the child goes to preschool."""
    return stage_of(child) is Stage.PRESCHOOL


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent, if anything was."""
    return request.POST if request.method == "POST" else None


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
