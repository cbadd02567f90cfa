"""Every pair of text and ground, in both themes, by the formula of WCAG 2.2 (1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[1] / "static" / "ui" / "css" / "tokens.css").read_text("utf-8")
PLAIN = re.compile(r"--([\w-]+): (#[0-9A-Fa-f]{6});")
BOTH = re.compile(r"--([\w-]+): light-dark\((#[0-9A-Fa-f]{6}), (#[0-9A-Fa-f]{6})\);")

GROUNDS = ("paper", "card", "sand")
STATES = ("wrong", "care", "done", "info")
ACTORS = ("child", "home", "school", "social", "health")
TEXT = [(ink, ground, 4.5) for ink in ("text", "text-soft", "spruce", "spruce-deep") for ground in GROUNDS]
TEXT += [("on-spruce", "spruce", 4.5), ("on-spruce", "spruce-deep", 4.5)]
TEXT += [(ink, "spruce-light", 4.5) for ink in ("text", "spruce", "spruce-deep")]
TEXT += [(state, f"{state}-tint", 4.5) for state in STATES] + [
    ("wrong", "paper", 4.5),
    ("wrong", "card", 4.5),
]
TEXT += [(ink, f"{kind}-tint", 4.5) for kind in (*STATES, *ACTORS) for ink in ("text", "text-soft")]
TEXT += [("spruce", f"{kind}-tint", 4.5) for kind in (*STATES, "child")]
MARKS = [(ink, ground, 3.0) for ink in ("line-ui", "focus") for ground in GROUNDS]
MARKS += [(kind, ground, 3.0) for kind in ACTORS[1:] for ground in ("paper", "card")]
MARKS += [("child-edge", "paper", 3.0), ("child-edge", "card", 3.0)]


def themes():
    """The colours of the two themes; light is what a browser without light-dark() also gets."""
    both = {name: (light, dark) for name, light, dark in BOTH.findall(TOKENS)}
    light, dark = ({name: pair[place] for name, pair in both.items()} for place in (0, 1))
    return {"light": light, "dark": dark}


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_right():
    assert ratio("#FFFFFF", "#000000") == pytest.approx(21)
    assert ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), TEXT + MARKS)
def test_every_pair_can_be_read(theme, ink, ground, least):
    colours = themes()[theme]
    found = ratio(colours[ink], colours[ground])
    assert found >= least, f"{ink} on {ground} in {theme}: {found:.2f}, needs {least}"


def test_old_browsers_get_the_light_theme():
    assert dict(PLAIN.findall(TOKENS)) == themes()["light"]
