"""What the pages of the wheel are laid out from, and the talk in which it is set."""

import datetime as dt
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext

from samling.access import guard, looks
from samling.attendance.models.weeks import place as attendance_place
from samling.attendance.models.weeks import told_weeks, weeks_of
from samling.followup.models import answered
from samling.journey.models import Draft, Party
from samling.kernel.answer import Answer, Refused
from samling.kernel.categories import SHARED, SHARED_BRANCH, TITLES, Category, branch_of, category_of, wall
from samling.people.models import Capacity, Child
from samling.plan.models import Goal
from samling.plan.models.plans import day, plan_of
from samling.records.clock import now, today
from samling.seating.models import readers
from samling.sharing.models import Table
from samling.support.models import Support, SupportStatus
from samling.ui.figures import Figure
from samling.ui.figures.wheel import Spoke, drawn
from samling.views.models.notes import own_wall

from . import pictures, rules
from .forms import WheelForm
from .models import Voices, Wheel
from .models.wheels import PLACES, standing
from .moved import moved
from .reference import newest, parts, steps
from .totals import totals

TABLE = wall(SHARED_BRANCH, Category.MATTER)


class Review:
    """How it is for one child according to each of them, as one capacity reads it."""

    def __init__(self, child: Child, by: Capacity):
        self.child, self.by, self.at = child, by, now()
        self.table = Table(child, self.at)
        if self.table.journey:
            looks.look(self.table.journey, [wall(SHARED_BRANCH, one) for one in SHARED], "look at the wheel and the measurements")

    @cached_property
    def access(self) -> dict[int, bool]:
        """The walls of the child's row that one reads behind, and whether one writes there."""
        return guard.my_access(self.child.pk)

    @cached_property
    def wheels(self) -> list[Wheel]:
        """The wheels that one may read, the oldest first: one's own row, the rows it meets, and the joint space."""
        found = standing([self.child.pk, *guard.met_children(self.child.pk), *filter(None, [self.table.journey])])
        return [wheel for wheel in found if wheel.steps]

    @cached_property
    def people(self) -> list[list[Wheel]]:
        """Each person's wheels, the child's first."""
        return pictures.by_person(self.wheels)

    @cached_property
    def compared(self) -> list[pictures.Compared]:
        """Before and after, for each by himself."""
        return [pictures.compared(mine) for mine in self.people]

    @property
    def latest(self) -> Wheel | None:
        """The wheel on top of the page: the child's own latest, else the latest of all."""
        return self.people[0][-1] if self.people and self.people[0][0].side == rules.Side.CHILD else next(reversed(self.wheels), None)

    @property
    def wheel(self) -> Figure:
        """The latest wheel with the same person's one before; without answers the wheel alone."""
        return pictures.wheel_of(self.latest, self.before(self.latest) if self.latest else None)

    def before(self, wheel: Wheel) -> Wheel | None:
        """The same person's wheel before one."""
        mine = next((mine for mine in self.people if wheel in mine), [wheel])
        turn = mine.index(wheel)
        return mine[turn - 1] if turn else None

    def is_open(self, wheel: Wheel) -> bool:
        """Whether everyone at the table can read a wheel."""
        return wheel.is_shared or (wheel.subject_id == self.child.pk and self.table.is_put(wheel))

    @cached_property
    def goals(self) -> Figure | None:
        """How far the goals of the plan have come."""
        plan = plan_of(self.child.pk)
        rows = Goal.objects.filter(plan=plan, withdrawn_at=None, ended_at=None) if plan else Goal.objects.none()
        return pictures.goals(list(rows.select_related("body").prefetch_related("marks").order_by("written_at", "id")[:6]))

    @cached_property
    def year(self) -> Figure | None:
        """Attendance, for those who may read of it, or have been told."""
        if attendance_place(self.child) in self.access:
            return pictures.year(weeks_of(self.child.pk), self.began, today())
        told = told_weeks(self.child)
        return pictures.year(told, self.began, today()) if told else None

    @cached_property
    def began(self) -> dt.date | None:
        """The day on which the first support began that one knows of: one's own, or told by others in the joint space."""
        own = Support.objects.filter(subject_id=self.child.pk, withdrawn_at=None).values_list("starts_on", flat=True)
        told = SupportStatus.objects.filter(subject_id=self.table.journey, withdrawn_at=None).values_list("written_at", flat=True)
        days = [own.order_by("starts_on").first(), *(day(one) for one in told.order_by("written_at")[:1])]
        return min((one for one in days if one), default=None)

    def readers(self, at_wall: int) -> list[str]:
        """Who reads behind a wall: by name in one's own compartment, unit by unit at the table."""
        return self.table.names if branch_of(at_wall) == SHARED_BRANCH else readers(self.child.pk, [at_wall], self.at)


def page_of(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The page of the wheel and the measurements."""
    review, answers = Review(child, request.capacity), answered(child)
    return {
        "child": child,
        "review": review,
        "moved": moved(answers),
        "totals": totals(answers),
        "steps": steps(newest()),
        "may_begin": rules.may_begin(review.access),
        "some_open": any(review.is_open(wheel) for wheel in review.wheels),
        "childs": any(wheel.side == rules.Side.CHILD for wheel in review.wheels),
        "today": today(),
    }


class Talk:
    """One person sets the wheel, together with the one who holds the talk."""

    def __init__(self, request: HttpRequest, child: Child):
        self.request, self.child, self.at = request, child, now()
        self.review = Review(child, request.capacity)
        self.package = newest()

    def may_begin(self) -> Answer:
        """Whether the acting capacity holds talks here, and why."""
        return rules.may_begin(self.review.access)

    @property
    def place(self) -> str:
        """Where the draft is kept."""
        return f"wheel-{self.child.pk}"

    @cached_property
    def form(self) -> WheelForm:
        """Empty, begun before or sent; the address can choose who answers."""
        sent = self.request.POST if self.request.method == "POST" else None
        draft = Draft.at_place(self.place, by=self.request.capacity.pk, at=self.at)
        first: dict[str, Any] = draft.first() if draft else {}
        voices = Voices(self.child, self.at, self.request.capacity)
        first |= {name: self.request.GET[name] for name in ("speaker", "where") if name in self.request.GET}
        form = WheelForm(sent, initial=first, speakers=voices.speakers, package=self.package, today=today())
        form.saved_at = draft.saved_at if draft else None
        return form

    def kept(self) -> Wheel | None:
        """The answers become a record, and what was begun is forgotten; None when they may not be written down here."""
        by = self.request.capacity
        try:
            made = Wheel.set(self.child, self.form.told, by=by, at=self.at, pk=self.form.pk(by.pk))
        except Refused as no:
            self.form.add_error("speaker", gettext(no.answer.because))
            return None
        Draft.drop(self.place, by=by.pk)
        return made

    @property
    def status(self) -> int:
        """Whether the form has to be mended."""
        return 422 if self.form.is_bound and self.form.errors else 200

    @property
    def wheel(self) -> Any:
        """The large wheel, with what the form says now and what the same person said last as rings."""
        before = self._last
        steps = before.steps if before else {}
        chosen = {one.code: str(self.form[f"part_{one.code}"].value() or "") for one in self.form.parts}
        spokes = [
            Spoke(one.code, one.name, int(step) if (step := chosen[one.code]) in "12345" and step else None, steps.get(one.code))
            for one in parts(self.package)
        ]  # fmt: skip
        return [drawn(spokes, width, touched=True) for width in (600, 300)]

    @property
    def _last(self) -> Wheel | None:
        chosen = self.form.chosen
        mine = [one for one in self.review.wheels if chosen and (one.voice, one.voice_name) == (chosen.voice, chosen.name)]
        return mine[-1] if mine else None

    @property
    def readers(self) -> list[str]:
        """Who will read what the form says now."""
        chosen = self.form.chosen
        if not chosen or self.form["where"].value() == "table":
            return self.review.readers(TABLE)
        place = PLACES[rules.Voice(chosen.voice)]
        return self.review.readers(own_wall(self.request.capacity, self.review.access, [place], chosen.voice))

    @property
    def shown(self) -> dict[str, Any]:
        """What the page shows."""
        return {"child": self.child, "talk": self, "form": self.form, "readers": self.readers, "steps": steps(self.package),
                "today": today()}  # fmt: skip


def one(request: HttpRequest, wheel: Wheel) -> dict[str, Any]:
    """The page of one wheel."""
    child, by, at = child_of(wheel), request.capacity, now()
    review = Review(child, by)
    fresh = Wheel.objects.select_related("body", "written_by__person", "written_by__unit").get(pk=wheel.pk)
    guests = [review.table.guest(party, fresh) for party in review.table.others] if not wheel.is_shared else []
    told = [guest.name for guest in guests if guest.is_told]
    return {
        "wheel": fresh,
        "child": child,
        "figure": pictures.wheel_of(fresh, review.before(fresh)) if fresh.steps else None,
        "steps": steps(newest()),
        "topic": gettext(TITLES[category_of(wheel.wall)]),
        "readers": list(dict.fromkeys([*review.readers(wheel.wall), *told])),
        "guests": guests,
        "may_put": None if wheel.is_shared else fresh.may_put(review.table, by),
        "may_undo": fresh.may_undo(by, at),
        "may_take_back": fresh.may_take_back(),
        "today": today(),
    }


def child_of(wheel: Wheel) -> Child:
    """The child a wheel is about, as the reader knows it; raises Http404 when the name is not one's to read."""
    rows = Child.objects.select_related("unit", "branch")
    own = None if wheel.is_shared else rows.mine().filter(pk=wheel.subject_id).first()
    if own is None:
        sides = Party.objects.filter(child_id=wheel.subject_id) | Party.objects.filter(journey_id=wheel.subject_id)
        near = Party.objects.filter(journey_id__in=sides.values("journey_id"), child_id__isnull=False)
        own = rows.mine().filter(pk__in=near.values("child_id")).first()
    if own is None:
        raise Http404
    return own
