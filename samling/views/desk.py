"""What the pages of notes are laid out from, and the form on which one is placed."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext

from samling.access import guard
from samling.journey.models import Draft
from samling.kernel.answer import Refused
from samling.kernel.categories import SHARED_BRANCH, TITLES, Category, category_of, wall
from samling.people.models import Child
from samling.records.clock import now, today
from samling.referral.models.known import childs_words
from samling.sharing.rules import Guest
from samling.ui.asked import moment, uuid

from . import rules
from .forms import NoteForm, filled_from
from .models import Note
from .models.held import Held
from .models.notes import own_wall
from .page import Views, child_of
from .picture import picture
from .reference import ATTRIBUTION, CARE, PLACES

__all__ = ["Placing", "child_of", "one", "page_of"]

LENSES = ("wheel", "triangle")
TABLE = wall(SHARED_BRANCH, Category.MATTER)


def page_of(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The page of the three views: as picture and list, as list alone, or through a lens."""
    views = Views(child, request.capacity, now(), before=moment(request.GET.get("before")))
    views.open_shared("read the three views")
    lens = request.GET.get("lens", "")
    return {
        "child": child,
        "views": views,
        "picture": picture([(line.number, line.note) for line in views.lines]),
        "as_list": request.GET.get("show") == "list",
        "lens": lens if lens in LENSES else "",
        "headings": views.lens(lens) if lens in LENSES else [],
        "attribution": gettext(ATTRIBUTION),
        "placed": uuid(request.GET.get("placed")),
        "may_begin": views.may_begin(),
        "today": today(),
    }


class Placing:
    """One person about to place a note, or to put a new version in the place of one."""

    def __init__(self, request: HttpRequest, child: Child, note: Note | None = None):
        self.request, self.child, self.note, self.at = request, child, note, now()
        self.views = Views(child, request.capacity, self.at)
        self.access = guard.my_access(child.pk)

    @property
    def place(self) -> str:
        """Where the draft is kept."""
        return f"view-{self.note.pk if self.note else self.child.pk}"

    @cached_property
    def form(self) -> NoteForm:
        """Empty, begun before, filled with what stands, or sent; the address can choose kind, voice and place."""
        sent = self.request.POST if self.request.method == "POST" else None
        draft = Draft.at_place(self.place, by=self.request.capacity.pk, at=self.at)
        first: dict[str, Any] = filled_from(self.note, self.views.around) if self.note else {"voice": "child"}
        first |= draft.first("places") if draft else {}
        asked = self.request.GET
        is_asked = asked.dict() == {"voice": "child"} and not (self.note or draft)
        first |= {"text": childs_words(self.child.pk, self.views.notes)} if is_asked else {}
        first |= {name: asked[name] for name in ("kind", "voice", "domain", "where", "home", "about") if name in asked}
        first |= {"places": asked.getlist("places")} if "places" in asked else {}
        form = NoteForm(sent, initial=first, around=self.views.around, today=today())
        form.saved_at, form.brought = draft.saved_at if draft else None, is_asked and first["text"]
        return form

    def placed(self) -> Note | None:
        """The note becomes a record, and what was begun is forgotten; None when its writer may not write it there."""
        by = self.request.capacity
        try:
            made = Note.write(self.child, self.form.told, by=by, at=self.at, pk=self.form.pk(by.pk), corrects=self.note)
        except Refused as no:
            self.form.add_error("places", gettext(no.answer.because))
            return None
        Draft.drop(self.place, by=by.pk)
        return made

    @property
    def readers(self) -> list[str]:
        """Who will read what the form says now."""
        at_wall = self._wall(self.form["where"].value(), self.form["places"].value() or [])
        return self.views.readers(at_wall, of_another=bool(self.form["about"].value()))

    def _wall(self, where: Any, places: Any) -> int:
        voice = str(self.form["voice"].value() or "").partition("-")[0]
        known = [place for place in PLACES if place in places]
        return TABLE if where == "table" else own_wall(self.request.capacity, self.access, known, voice)

    @property
    def sees(self) -> list[tuple[str, list[str]]]:
        """Who reads what, for each place a note can get."""
        said = [("own", [place]) for place in PLACES] + [("table", [])]
        walls = [self._wall(where, places) for where, places in said]
        own = own_wall(self.request.capacity, self.access, [], rules.Voice.CHILD)
        return [(gettext(TITLES[category_of(one)]), self.views.readers(one)) for one in dict.fromkeys([own, *walls])]

    @property
    def shown(self) -> dict[str, Any]:
        """What the page shows."""
        return {"child": self.child, "note": self.note, "form": self.form, "seat": self, "readers": self.readers,
                "today": today(), "newer": self.note and newest(self.note)}  # fmt: skip


def newest(note: Note) -> Note | None:
    """The version that has taken its place and stands."""
    return note.corrections.filter(withdrawn_at=None).order_by("-written_at").first()


def readers_of(record: Held, views: Views, guests: list[Guest]) -> list[str]:
    """Who reads one record: those behind its wall, and those at the table who have been told it."""
    own = views.readers(record.wall, of_another=record.about_person is not None)
    return list(dict.fromkeys([*own, *(guest.name for guest in guests if guest.is_told)]))


def one(request: HttpRequest, note: Note) -> dict[str, Any]:
    """The page of one note."""
    child, by, at = child_of(note), request.capacity, now()
    views = Views(child, by, at)
    views.open_shared("read the three views")
    newer = newest(note)
    fresh = Note.objects.select_related("body", "written_by__person", "written_by__unit").get(pk=note.pk)
    guests = [views.table.guest(party, fresh) for party in views.table.others] if not note.is_shared else []
    return {
        "note": fresh,
        "body": getattr(fresh, "body", None),
        "child": child,
        "views": views,
        "topic": gettext(TITLES[note.category]),
        "readers": readers_of(fresh, views, guests),
        "guests": guests,
        "newer": newer,
        "is_care": note.domain == CARE and note.kind == rules.Kind.WORRY,
        "may_change": note.may_replace(by),
        "may_put": None if note.is_shared or newer else note.may_put(views.table, by),
        "may_undo": note.may_undo(by, at),
        "may_take_back": note.may_take_back(),
        "today": today(),
    }
