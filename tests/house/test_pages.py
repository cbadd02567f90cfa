"""Every page of the house, fetched as someone who may stand there, is clean and plain."""

from http import HTTPStatus

import pytest

from samling.kernel.lix import lix, words

from .page import check_page, main_text
from .rooms import furnished
from .walk import Walk

# At most this heavy (docs: plain language). Short pages are weighed together.
FAMILY, STAFF, SHORT = 27, 40, 60


@pytest.fixture
def walk(cast):
    return Walk(furnished(cast))


@pytest.fixture
def pages(walk):
    """Every page in both languages: (route, who, language, HTML)."""
    tongues = ("sv", "en")
    visits = [
        (route, tongue, *walk.visit(ways, tongue)) for route, ways in walk.rooms() for tongue in tongues
    ]
    return [
        (route, name, language, answer.content.decode())
        for route, language, name, answer in visits
        if answer is not None
        and answer.status_code == HTTPStatus.OK
        and "text/html" in answer.get("Content-Type", "")
    ]


def test_every_page_is_clean(pages):
    faults = [
        f"{route.address} as {who} ({language}): {fault}"
        for route, who, language, html in pages
        for fault in check_page(html)
    ]
    assert not faults, "\n".join(sorted(set(faults)))
    assert len(pages) > 5


def test_every_page_speaks_plainly(pages):
    heavy, short = [], {True: "", False: ""}
    for route, who, language, html in pages:
        text, family = main_text(html), 'data-density="family"' in html
        if language != "sv" or route.name == "ui:patterns":
            continue
        if len(words(text)) < SHORT:
            short[family] += text + "\n"
        elif lix(text) > (FAMILY if family else STAFF):
            heavy.append(f"{route.address} as {who}: LIX {lix(text):.0f}\n{text}")
    heavy += [
        f"the short pages together: LIX {lix(text):.0f}"
        for family, text in short.items()
        if len(words(text)) >= SHORT and lix(text) > (FAMILY if family else STAFF)
    ]
    assert not heavy, "\n\n".join(
        [*heavy, f"Families at most {FAMILY}, staff {STAFF}: shorter sentences and words."]
    )


def test_every_page_can_be_visited(walk):
    closed = []
    for route, ways in walk.rooms():
        _name, answer = walk.visit(ways, "sv")
        status = answer.status_code if answer is not None else HTTPStatus.NOT_FOUND
        if status >= HTTPStatus.BAD_REQUEST and status != HTTPStatus.METHOD_NOT_ALLOWED:
            closed.append(f"{route.address} ({route.view.__module__}): {status}")
    assert not closed, "\n".join(
        [*closed, "No one of the cast can see it: put a record in tests/house/rooms.py."]
    )
