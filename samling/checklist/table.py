"""One part of a checklist laid on the table: a page, a card or the whole sheet, and what became of it."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, gettext_noop

from samling.checklist import rules
from samling.checklist.forms import Lines
from samling.checklist.front import address, next_step
from samling.checklist.models import Checklist, Sitting
from samling.checklist.models.lines import ROWS
from samling.kernel.answer import insist
from samling.questions.rules.shape import Block, Kind, Question
from samling.questions.rules.summary import summary
from samling.records.clock import now
from samling.records.lines import Woven, code_of
from samling.seating.chairs import Chairs
from samling.ui.respond import respond
from samling.ui.words import full_day, time_in_words

ERRAND = gettext_noop("work on a checklist")


@dataclass(frozen=True)
class Part:
    """What is laid on the table: blocks under a heading, where it is and where one goes on."""

    code: str
    title: str
    blocks: tuple[Block, ...]
    here: str
    step: int = 0  # 0: no step of the path
    is_sheet: bool = False

    @property
    def seats(self) -> bool:
        """Whether it asks who sat here."""
        return self.code == "table" or self.is_sheet

    @property
    def is_single(self) -> bool:
        """Whether the page's own heading names its only block."""
        return len(self.blocks) == 1

    @property
    def is_own(self) -> bool:
        """Whether these are school health's own notes."""
        return self.code == "own"

    @property
    def idea_label(self) -> str:
        """What one presses to take up an idea: it was tried before, or it is tried next."""
        return gettext("We have tried this") if self.code == "tried" else gettext("Try this")

    @property
    def tries(self) -> bool:
        """Whether it asks for adaptations, so that untried ones are proposed."""
        kinds = {question.kind for block in self.blocks for question in block.questions}
        return bool(kinds & {Kind.TRIED, Kind.NEXT_TRIES})


def seated(request: Any, checklist: Checklist) -> Sitting:
    """The person's seat. Raises Http404 when the child itself is not hers to read."""
    sitting = Sitting(checklist, request.capacity, now())
    if sitting.child is None:
        raise Http404
    return sitting


def of_page(sitting: Sitting, code: str) -> Part:
    """A page of the path. Raises Http404 for a page that is not in the set, Refused for one not hers."""
    _insist_in(code, [page.code for page in sitting.questions.path])
    mine = [page.code for page in sitting.path]
    insist(rules.may_see_part(reads=code in mine))
    page = sitting.path[mine.index(code)]
    return Part(code, page.title, page.blocks, address(sitting, "page", code), step=mine.index(code) + 1)


def of_card(sitting: Sitting, code: str) -> Part:
    """A card. Raises Http404 for a card that is not in the set, Refused for one not hers."""
    _insist_in(code, [card.code for card in sitting.questions.cards])
    found = [card for card in sitting.cards if card.code == code]
    insist(rules.may_see_part(reads=bool(found)))
    return Part(code, found[0].title, tuple(found), address(sitting, "card", code))


def of_sheet(sitting: Sitting) -> Part:
    """Everything this person writes in, on one page; cards that nobody has opened stay closed."""
    blocks = (*(block for page in sitting.path for block in page.blocks), *sitting.open_cards)
    insist(rules.may_see_part(reads=bool(blocks)))
    return Part("sheet", "", blocks, address(sitting, "sheet"), is_sheet=True)


def of_own(sitting: Sitting) -> Part:
    """School health's boxes, one for each block, in their own notes."""
    insist(rules.may_see_part(reads=sitting.is_school_health and bool(sitting.everything)))
    return Part("own", gettext("Your own notes"), tuple(sitting.everything), address(sitting, "own-notes"))


def lay(request: Any, sitting: Sitting, part: Part) -> HttpResponse:
    """Show the part on GET; save it on POST and go on."""
    sitting.look(sitting.everything if part.tries else part.blocks, ERRAND)
    if request.method == "POST":
        return _saved(request, sitting, part)
    return _page(request, sitting, part, Lines(sitting=sitting, blocks=part.blocks))


def _saved(request: Any, sitting: Sitting, part: Part) -> HttpResponse:
    form = Lines(request.POST, sitting=sitting, blocks=part.blocks)
    chairs = _chairs(sitting, request.POST) if part.seats and "chairs" in request.POST else None
    is_right = all([form.is_valid(), chairs is None or chairs.is_valid()])
    saved = form.save()
    if chairs and chairs.is_valid():
        chairs.save(sitting.checklist, by=sitting.capacity, at=sitting.at)
        sitting.__dict__.pop("seats", None)
    if request.headers.get("X-Draft"):
        return _drafted(form, saved, is_right)
    if saved.conflicts:
        return _both(request, sitting, part, form, saved)
    if not is_right:
        return _page(request, sitting, part, form, chairs, status=422)
    return redirect(following(request, sitting, part))


def _chairs(sitting: Sitting, data: Any = None) -> Chairs:
    assert sitting.child is not None, "seated() lets nobody in who may not read the name"
    return Chairs(data, seats=sitting.seats, child=sitting.child, at=sitting.at)


def _drafted(form: Lines, saved: Woven, is_right: bool) -> HttpResponse:
    """The autosave's answer: true about what is saved, with the new base of each line that is."""
    said = gettext("Saved %(time)s") % {"time": time_in_words(form.sitting.at)}
    if not is_right:
        said = gettext("One answer cannot be saved as it stands. The rest is saved.")
    if saved.conflicts:
        said = gettext("Someone else has changed the same answer. Press Save to see both.")
    status = 409 if saved.conflicts else 200 if is_right else 422
    answer = HttpResponse(said, status=status, content_type="text/plain; charset=utf-8")
    answer["Draft-Saved"], answer["Draft-Version"] = time_in_words(form.sitting.at), form.version
    return answer


def _both(request: Any, sitting: Sitting, part: Part, form: Lines, saved: Woven) -> HttpResponse:
    """Both texts of each line on which two people wrote; saving here puts the sent text after the other."""
    form.bases = {name: kept.base for name, kept, _sent in saved.conflicts}
    asked = {question.code: question for question in form.questions}
    pairs = [
        {
            "prompt": asked[code_of(name)].prompt,
            "kept": kept.head,
            "theirs": in_words(sitting, asked[code_of(name)], kept.said),
            "yours": in_words(sitting, asked[code_of(name)], sent),
            "fields": form.fields_of(name),
        }
        for name, kept, sent in saved.conflicts
    ]
    shown: dict[str, Any] = {
        "sitting": sitting,
        "part": part,
        "form": form,
        "pairs": pairs,
        "child": sitting.child,
    }
    return respond(request, "checklist/both.html", status=409, today=sitting.today, **shown)


def in_words(sitting: Sitting, question: Question, said: Any) -> str:
    """What a line says, as one reads it."""
    if isinstance(said, dict):
        said = [said]
    told = summary(sitting.questions, {question.code: said})
    if not told:
        return str(said or gettext("Nothing"))
    line = told[0].lines[0]
    rows = [
        ", ".join(
            filter(None, (one.title and gettext(one.title), one.own, one.who, one.effect and gettext(one.effect)))
        )
        for one in line.tries
    ]
    day = [full_day(line.on)] if line.on else []
    number = [f"{line.number:g}"] if line.number is not None else []
    return "; ".join([*rows, *map(gettext, line.said), *day, *number, *line.people]) or line.text


def versions(sitting: Sitting, question: Question) -> list[tuple[Any, str]]:
    """Every version of the answers to a question, the newest first, each with its words."""
    where = {} if question.kind in ROWS else {"head__place": question.code}
    told = [(one.head, in_words(sitting, question, one.said)) for one in sitting.versions(question.kind, **where)]
    return sorted(told, key=lambda one: one[0].written_at, reverse=True)


def following(request: Any, sitting: Sitting, part: Part) -> str:
    """Where one goes on: here for one more row, the next step not done, and after the last the decision."""
    if {"more", "add"} & set(request.POST) or part.is_sheet or part.is_own:
        return part.here
    if not part.step:
        return address(sitting, "show")
    skips = "skip" in request.POST
    sitting.checklist.mark(part.code, rules.SKIPPED if skips else rules.DONE, by=sitting.capacity, at=sitting.at)
    sitting.__dict__.pop("marks", None)
    if part.step == len(sitting.path) and not sitting.checklist.decision:
        return address(sitting, "decision")
    return next_step(sitting, after=part.code) or address(sitting, "show")


def _page(request: Any, sitting: Sitting, part: Part, form: Lines, chairs: Chairs | None = None,
          status: int = 200) -> HttpResponse:  # fmt: skip
    template = "checklist/sheet.html" if part.is_sheet or part.is_own else "checklist/page.html"
    shown: dict[str, Any] = {
        "sitting": sitting,
        "part": part,
        "form": form,
        "child": sitting.child,
        "today": sitting.today,
    }
    shown["front"] = address(sitting, "show")
    if part.is_sheet:
        shown["told"] = summary(sitting.questions, form.stands)
    if part.seats:
        shown["chairs"] = chairs or _chairs(sitting)
    if part.tries:
        shown["ideas"] = sitting.ideas()
    return respond(request, template, status=status, readers=sitting.readers(part.blocks), **shown)


def _insist_in(code: str, codes: list[str]) -> None:
    if code not in codes:
        raise Http404
