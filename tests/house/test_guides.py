"""The guides in docs/guides quote the screens as they are, point at what is there, and are plain."""

import re
import struct
from functools import cache

import pytest

from samling.kernel.lix import lix
from samling.kernel.texts import catalogue, forms

from .plan import HOUSE, ROOT

PLACE = ROOT / "docs" / "guides"
PICTURES = PLACE / "pictures"
SWEDISH = {
    "larare.md": "teacher.md",
    "samordnare.md": "coordinator.md",
    "rektor.md": "head.md",
    "registrator.md": "registrar.md",
    "administrator.md": "administrator.en.md",
}
GUIDES = [name for pair in SWEDISH.items() for name in pair]
PLAIN = 35  # LIX, as for a teacher's page
BYTES, WIDTHS = 150_000, {1000, 360}
QUOTED = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\]\(([^)#]+?)\)")
PICTURE = re.compile(r"!\[(.+)\]\((pictures/\w+\.png)\)")


def written(name):
    return (PLACE / name).read_text("utf-8")


@cache
def screens(*, swedish):
    """Every text of the interface, in one language."""
    told = [text for po in HOUSE.glob("*/locale/sv/LC_MESSAGES/django.po") for text in catalogue(po) if text.id]
    return {form for text in told for form in forms(text.string if swedish else text.id)}


@pytest.mark.parametrize("name", GUIDES)
def test_what_a_guide_quotes_stands_on_a_screen(name):
    quoted = QUOTED.findall(written(name))
    unknown = sorted(set(quoted) - screens(swedish=name in SWEDISH))
    assert len(quoted) > 15
    assert not unknown, f"{name}: no screen says {unknown}. Bold is for the words of the interface, letter by letter."


@pytest.mark.parametrize(("swedish", "english"), SWEDISH.items())
def test_a_guide_says_the_same_in_both_languages(swedish, english):
    here, there = written(swedish), written(english)
    said = {
        (forms(text.string)[0], forms(text.id)[0])
        for po in HOUSE.glob("*/locale/sv/LC_MESSAGES/django.po")
        for text in catalogue(po)
        if text.id
    }
    pairs = list(zip(QUOTED.findall(here), QUOTED.findall(there), strict=True))
    assert not [pair for pair in pairs if pair not in said], "The same words, in the same order."
    assert here.count("\n## ") == there.count("\n## ")
    assert [file for _alt, file in PICTURE.findall(here)] == [file for _alt, file in PICTURE.findall(there)]


@pytest.mark.parametrize("name", [*GUIDES, "README.md"])
def test_what_a_guide_points_at_is_there(name):
    lost = [link for link in LINK.findall(written(name)) if not (PLACE / link).exists()]
    assert not lost, f"{name} points at {lost}"


@pytest.mark.parametrize("name", SWEDISH)
def test_a_guide_is_plain_swedish(name):
    plain = re.sub(r"!?\[([^]]*)\]\([^)]*\)|[*#|`]", r"\1", written(name))
    assert lix(plain) <= PLAIN, f"{name}: LIX {lix(plain):.0f}"


def test_the_pictures_are_small_and_shown():
    shown = {PLACE / file for name in SWEDISH for _alt, file in PICTURE.findall(written(name))}
    assert shown == set(PICTURES.glob("*.png"))
    for picture in shown:
        head = picture.read_bytes()
        assert len(head) < BYTES, f"{picture.name}: {len(head)} bytes"
        assert struct.unpack(">I", head[16:20])[0] in WIDTHS, picture.name
