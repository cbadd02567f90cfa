"""Every sentence with which the database refuses is said in Swedish on the page that shows it."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from samling.kernel.answer import refuse

HOUSE = Path(__file__).parents[2]
REFUSAL = re.compile(r"guard\.refuse\(\s*'((?:[^']|'')+)'\s*\)")
SENTENCES = sorted({said.replace("''", "'") for file in HOUSE.glob("*/sql/*.sql") for said in REFUSAL.findall(file.read_text())})
# Said by the log alone, when no one is signed in: no page shows it.
UNSEEN = {"no live session", "unknown kind of event"}


@pytest.mark.parametrize("said", [one for one in SENTENCES if one not in UNSEEN])
def test_a_refusal_is_said_in_the_readers_language(said):
    with translation.override("sv"):
        shown = render_to_string("ui/refused.html#why", {"answer": refuse(said)})
        assert translation.gettext(said) != said
    assert said not in shown


def test_there_are_refusals_to_read():
    assert len(SENTENCES) > 30
