"""What the pages of a package are laid out from, and what a part is offered to begin with."""

import datetime as dt
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.utils.translation import gettext

from samling.access import guard
from samling.adaptations.models import Adaptation
from samling.contact.models import custodial, place
from samling.journey.models import Draft
from samling.people.models import Capacity, Child, Guardian, Unit
from samling.plan.models.plans import plan_of
from samling.promises.models import Promise
from samling.promises.rules import OPEN
from samling.records.clock import now, today
from samling.seating.models import readers
from samling.ui.asking import sent

from . import carrying
from .coming import may_receive
from .forms import PackageForm, PartForm, SeenForm, TheyDeclineForm
from .models import Package, PackagePart, packages_of
from .models.packages import outgrown, own_place
from .reference import PROMPTS, Prompt
from .rules import SCHOOLS, Kind, State, Way, may_write


class Row(NamedTuple):
    """One part on the page: what is asked, what is written, and whether one may write it. `hidden`: there, but not for one's eyes."""

    prompt: Prompt
    part: PackagePart | None
    may_write: bool
    hidden: bool


def of_child(request: HttpRequest, child: Child, form: PackageForm | None = None) -> dict[str, Any]:
    """Every package about a child, and what begins a new one."""
    may = may_write(writes=bool(own_place(child.pk)), state=State.PREPARED)
    return {"child": child, "packages": packages_of(child.pk), "may": may, "form": form or package_form(request, child), "today": today(),
            "outgrown": outgrown(child.pk)}  # fmt: skip


def package_form(request: HttpRequest, child: Child) -> PackageForm:
    """To a school that uses this Samling, or any other way."""
    by: Capacity = request.capacity
    rows = Unit.objects.filter(branch__domain__in=SCHOOLS, kind__in=("school", "preschool")).exclude(pk=child.unit_id)
    ends = outgrown(child.pk)
    first: dict[str, Any] = {"kind": Kind.SCHOOL, "way": Way.INSIDE if by.unit.branch.domain in SCHOOLS else Way.FAMILY}
    if ends:
        first = {"kind": Kind.SPAN, "way": Way.FAMILY, "moves_on": ends}
    return PackageForm(sent(request), schools=list(rows.select_related("branch__organisation").order_by("name")), initial=first)


def page_of(request: HttpRequest, package: Package, no: TheyDeclineForm | None = None) -> dict[str, Any]:
    """One package: its parts, who has seen it, and what comes next."""
    told = {one.code: one for one in package.told()}
    titles = {row["code"] for row in guard.rows("package_titles", package.pk)}
    may, child = package.may_write(), package.child
    walls = {prompt.code: bool(may and place(child.pk, prompt.category)) for prompt in PROMPTS}
    rows = [Row(prompt, told.get(prompt.code), walls[prompt.code], prompt.code in titles and prompt.code not in told) for prompt in PROMPTS]
    is_mine = package.written_by_id == request.capacity.pk and package.state == State.PREPARED
    may_answer = bool(package.came_from and may_receive(request.capacity))
    goes_out, may_carry = not package.came_from and package.way != Way.INSIDE, carrying.may_carry(package)
    return {
        "package": package, "child": child, "may": may, "today": today(), "seen": package.said(),
        "rows": [row for row in rows if row.part or row.may_write or row.hidden],
        "may_give": package.may_give(request.capacity) if may else None,
        "may_carry": may_carry, "may_receive": package.may_receive(), "no": no or TheyDeclineForm(),
        "is_mine": is_mine, "may_answer": may_answer, "goes_out": goes_out,
        "has_next": may or is_mine or may_answer or goes_out or may_carry,
        "home": None if package.came_from else package.child,
    }  # fmt: skip


def part_form(request: HttpRequest, package: Package, prompt: Prompt) -> tuple[PartForm, PackagePart | None]:
    """The form of one part: what stands, what one has begun to write, or what the records offer."""
    stands = PackagePart.latest(package, prompt.code)
    draft = Draft.at_place(place_of(package, prompt), by=request.capacity.pk, at=now())
    text = stands.text if stands else offered(package, prompt)
    first = {"text": text, "seen": stands.number if stands else 0} | (draft.first() if draft else {})
    return PartForm(sent(request), initial=first), stands


def offered(package: Package, prompt: Prompt) -> str:
    """What is known already, to begin with: what helped, and what is promised still."""
    child = package.subject_id
    if prompt.code == "adaptations":
        return "\n".join(f"{one.title}" for one in Adaptation.objects.filter(subject_id=child, withdrawn_at=None, ended_at=None)
                         .order_by("starts_on")[:20])  # fmt: skip
    if prompt.code == "goes_on":
        plan = plan_of(child)
        rows = [one for one in Promise.of_plan(plan) if one.state in OPEN][:20] if plan else []
        return "\n".join(str(one) for one in rows)
    return ""


def place_of(package: Package, prompt: Prompt) -> str:
    """Where the draft of a part is kept."""
    return f"transition-{package.pk}-{prompt.code}"


def part_page(package: Package, prompt: Prompt, at: dt.datetime) -> dict[str, Any]:
    """What stands around the form of a part."""
    behind = place(package.subject_id, prompt.category)
    return {
        "package": package, "child": package.child, "prompt": prompt, "today": today(), "place": place_of(package, prompt),
        "readers": [*readers(package.subject_id, [behind] if behind else [], at), gettext("whoever receives the package")],
    }  # fmt: skip


def seen_form(request: HttpRequest, package: Package) -> SeenForm:
    """Each guardian by himself, and the child."""
    known = {one.pk: one for one in Guardian.objects.filter(subject_id=package.subject_id)}
    people: dict[str, tuple[str, Any]] = {
        str(row["id"]): (f"{row['given_name']} {row['family_name']}", known[row["id"]])
        for row in custodial(package.subject_id) if row["id"] in known
    }  # fmt: skip
    people["child"] = (package.child.called or package.child.given_name, None)
    gone = {str(one.guardian_id or "child") for one in package.said()}
    return SeenForm(sent(request), people=people, today=today(), initial={"who": next((key for key in people if key not in gone), "")})
