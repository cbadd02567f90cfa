"""The map as SVG: every shape a link with its name, role and state in words; readable without colour."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samling.people.models import Child
from samling.ui.html import format_html, format_html_join
from samling.ui.ways import way

from .models.drawing import Drawing, Mark
from .shown import PEOPLE

LETTER, ROOM = 4.2, 44  # half a letter's width in the middle, and the most that half its shape may take

SVG = (
    '<svg class="map map--{}" data-walk viewBox="0 0 {} {}" width="{}" height="{}" role="group" aria-label="{}">'
    "{}{}{}{}</svg>"
)
RING = '<ellipse class="map__ring" cx="{}" cy="{}" rx="{}" ry="{}"/>'
LINE = '<line class="map__line{}" x1="{}" y1="{}" x2="{}" y2="{}" stroke-width="{}"/>'
NODE = (
    '<a class="map__node" href="{}" aria-label="{}"><path class="map__shape map__shape--{}{}" transform="translate({} {})" d="{}"/>'
    '<text class="map__name" x="{}" y="{}" text-anchor="{}" font-size="{}">{}</text>'
    '<text class="map__role" x="{}" y="{}" text-anchor="{}" font-size="{}">{}</text></a>'
)
MIDDLE = (
    '<rect class="map__child" x="{}" y="{}" width="{}" height="48" rx="24"/>'
    '<text class="map__called" x="{}" y="{}" text-anchor="middle" font-size="{}">{}</text>'
)


def drawn(drawing: Drawing, child: Child, kind: str, title: str) -> SafeString:
    """One width of the map, under the sentence that says what it shows."""
    frame, x, y = drawing.frame, drawing.x, drawing.y
    rings = format_html_join("", RING, ((_n(x), _n(y), wide, high) for wide, high in frame.radii))
    lines = format_html_join("", LINE, (_line(mark, x, y) for mark in drawing.marks))
    nodes = format_html_join("", NODE, (_node(mark, child, frame.size) for mark in drawing.marks))
    half = min(ROOM, max(drawing.heart, len(drawing.called) * LETTER + 8))
    middle = format_html(MIDDLE, _n(x - half), _n(y - 24), _n(half * 2), _n(x), _n(y + 5), frame.size,
                         drawing.called[:9])  # fmt: skip
    return format_html(SVG, kind, frame.width, frame.height, frame.width, frame.height, title, rings, lines, nodes, middle)


def _n(number: float) -> str:
    """A number as SVG writes it, in every language."""
    return f"{number:g}"


def _line(mark: Mark, x: float, y: float) -> tuple[str, ...]:
    state = " map__line--empty" if mark.near.is_empty else " map__line--silent" if mark.near.is_silent else ""
    return state, _n(x), _n(y), _n(mark.spot.x), _n(mark.spot.y), _n(mark.thick)


def _node(mark: Mark, child: Child, size: int) -> tuple[str, ...]:
    near, spot = mark.near, mark.spot
    empty = " map__shape--empty" if near.is_empty else ""
    said = ", ".join(filter(None, (near.name, near.role, gettext("silent") if near.is_silent else "", *near.marks)))
    label = _n(spot.label_x), _n(spot.label_y), spot.anchor, str(size), mark.name
    role = _n(spot.label_x), _n(mark.role_y), spot.anchor, "14", mark.role
    return (address(mark, child), said, near.actor, empty, _n(mark.x), _n(mark.y), mark.shape, *label, *role)


def address(mark: Mark, child: Child) -> str:
    """Where a shape leads: to the person, to the chair that is to be filled, else to the line in the list."""
    near = mark.near
    if near.kind in PEOPLE:
        return f"{way('circle:person', child.pk)}?who={near.key}"
    if near.kind == "chair":
        return way("circle:chair", near.key)
    return way("circle:circle", child.pk)
