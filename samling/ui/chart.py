"""The one small picture that stands in a line of text: attendance week by week."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from samling.ui.html import format_html

WIDTH, HEIGHT = 120, 32
GOOD = 90  # per cent; the band above it is where most children are
FLOOR = 40  # per cent at the foot of the picture, so that children can be compared; 0 when someone is lower


def spark(values: Sequence[float]) -> SafeString:
    """An SVG of shares between 0 and 100: the band from 90 up, the line, the lowest and the last point."""
    if not values:
        return SafeString("")
    floor = FLOOR if min(values) >= FLOOR else 0
    points = [(_x(place, len(values)), _y(value, floor)) for place, value in enumerate(values)]
    low = min(points, key=lambda point: -point[1])
    line = " ".join(f"{x:g},{y:g}" for x, y in points)
    return format_html(
        '<svg viewBox="0 0 {} {}" aria-hidden="true"><rect class="spark__band" width="{}" height="{}"/>'
        '<polyline class="spark__line" points="{}"/><circle class="spark__low" cx="{}" cy="{}" r="2.5"/>'
        '<circle class="spark__last" cx="{}" cy="{}" r="3"/></svg>',
        WIDTH, HEIGHT, WIDTH, _y(GOOD, floor), line, *low, *points[-1],
    )  # fmt: skip


def _x(place: int, count: int) -> float:
    return round(3 + place * (WIDTH - 6) / max(count - 1, 1), 1)


def _y(value: float, floor: int) -> float:
    return round(3 + (100 - value) * (HEIGHT - 6) / (100 - floor), 1)
