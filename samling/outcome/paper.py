"""The wheel on paper: the figures in the house's own colours, and nothing that its readers may not read."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language, gettext

from samling.records.clock import today
from samling.ui.figures import Figure
from samling.ui.figures.faces import features
from samling.ui.glyphs import isolated
from samling.ui.pdf import HOUSE, dawn, laid_out
from samling.ui.words import first_upper, full_day

from .desk import Review
from .models import Wheel
from .pictures import Compared, by_person, compared
from .reference import parts, steps, version
from .rules import Side

MEETING, CHILD = (HOUSE / "outcome" / "typst" / name for name in ("meeting.typ", "child.typ"))
# The colours of a page in light, written out: paper knows no variables. Grey print keeps shape, place and words apart.
STYLE = """<style>text{font-family:'Source Sans 3';font-size:14px;fill:#23302D}.drawn__soft{fill:#53605C}.drawn__number{font-weight:600}
.pair__grid,.pair__rule,.goals__step{stroke:#D9CFC0}.pair__line{stroke:#53605C;stroke-width:3}.pair__head,.pair__after{fill:#53605C}
.pair__before,.goals__start{fill:#fff;stroke:#23302D;stroke-width:2}
.pair--better .pair__line{stroke:#1F5B54}.pair--better .pair__head,.pair--better .pair__after{fill:#1F5B54}
.pair--worse .pair__line{stroke:#A3262A}.pair--worse .pair__head,.pair--worse .pair__after{fill:#A3262A}
.goals__step--expected{stroke:#53605C;stroke-dasharray:6 4}.actor--child{fill:#F0AE32;stroke:#23302D;stroke-width:1.5}
.actor--home{fill:#9E3626}.actor--school{fill:#143F6B}</style>"""
FACE = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g fill="none" stroke="#23302D" stroke-width="2" '
        'stroke-linecap="round">{}</g></svg>')  # fmt: skip


def meeting(review: Review) -> bytes:
    """For a follow-up meeting: what everyone at the table may read, each by himself, and the goals of the joint plan."""
    open_wheels = [wheel for wheel in review.wheels if review.is_open(wheel)]
    shown = [_voice(compared(mine)) for mine in by_person(open_wheels)]
    plan = [_part(gettext("The goals of the plan"), "", review.goals)] if review.goals else []
    return _laid(
        MEETING, gettext("How it has gone"), name=_name(review),
        lead=gettext("Here is only what stands on the joint table. Each one's answers stand alone, and nobody's are added together."),
        parts=[*shown, *plan], none=gettext("No answers stand on the joint table."),
        scale=gettext("The wheel's steps: %(steps)s. There is no level to reach.") % {"steps": ", ".join(steps(_package(open_wheels)))},
    )  # fmt: skip


def child(review: Review) -> bytes:
    """The child's own latest answers in faces and words, with what was said the time before."""
    mine = next((mine for mine in review.people if mine[0].side == Side.CHILD), [])
    latest = mine[-1] if mine else None
    before = mine[-2] if len(mine) > 1 else None
    days = gettext("You said this on %(day)s.") % {"day": full_day(latest.said_on)} if latest else ""
    return _laid(
        CHILD, gettext("How I have it"), name=_name(review), lead=days, rows=_rows(latest, before) if latest else [],
        none=gettext("You have not said anything yet. You may if you want to."),
        last=gettext("There is no right answer. You may change your mind, and you may skip."),
    )  # fmt: skip


def _name(review: Review) -> str:
    return review.child.called or review.child.given_name


def _package(wheels: Sequence[Wheel]) -> Any:
    return version(wheels[-1].version if wheels else "1")


def _laid(source: Any, title: str, **told: Any) -> bytes:
    words = {"title": title, "language": (get_language() or "sv")[:2], "head": full_day(today()), "foot": ""}
    return laid_out(source, words | told, made_at=dawn(today()))


def _voice(one: Compared) -> dict[str, Any]:
    name = f"{isolated(one.name)}, {one.role}" if one.role else isolated(one.name)
    return _part(name, one.days, one.figure)


def _part(title: str, days: str, figure: Figure) -> dict[str, Any]:
    drawn = str(figure.wide).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    begin = drawn.index(">") + 1
    return {"title": title, "days": days, "finding": figure.title, "sentence": figure.sentence,
            "svg": drawn[:begin] + STYLE + drawn[begin:]}  # fmt: skip


def _rows(latest: Wheel, before: Wheel | None) -> list[dict[str, str]]:
    package = version(latest.version)
    words, here, there = steps(package), latest.steps, before.steps if before else {}
    return [
        {"name": one.name, "about": one.about, "face": _face(here[one.code]), "word": first_upper(words[here[one.code] - 1]),
         "before": gettext("Last time: %(step)s") % {"step": words[there[one.code] - 1]} if one.code in there else ""}
        for one in parts(package) if one.code in here
    ]  # fmt: skip


def _face(step: int) -> str:
    return FACE.format(features(step))
