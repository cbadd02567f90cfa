"""Every page of the house, fetched as someone who may stand there, is clean and plain."""

import re
from http import HTTPStatus

import pytest

from samling.kernel.lix import lix, words

from .page import check_page, main_text

pytestmark = pytest.mark.xdist_group("walk")

# At most this heavy (docs: plain language). Short pages are weighed together.
FAMILY, TEACHER, STAFF, SHORT = 27, 35, 42, 60
# What a teacher meets in her first job; the page of an exception is the decider's, in the words of the law.
FIRST_JOB, DECIDERS = {"day", "desk", "journey", "concern", "checklist", "adaptations", "consent", "sharing"}, {"consent:exception"}
# Words of the office that no family page says.
OFFICE = re.compile(
    r"\b(insats|samtyck|samverk|vårdnadshav|anpassning|uppföljning|ärende|klient|kontakta|innebär|avse[rs]|erhåll)\w*",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def pages(walked):
    """What was shown: (place, route, language, HTML)."""
    return [(one.place, one.route, one.language, one.html) for one in walked.visits if one.html]


def is_family(html):
    return 'data-density="family"' in html


def ceiling(route, family):
    """How heavy a page may be, by who reads it."""
    first = route.name.split(":")[0] in FIRST_JOB and route.name not in DECIDERS
    return FAMILY if family else TEACHER if first else STAFF


def test_those_who_share_a_walk_share_a_worker(request, worker_id):
    assert worker_id == "master" or request.node.nodeid.endswith("@walk"), "pytest-xdist no longer keeps groups."


def test_every_page_can_be_visited(walked):
    closed = [
        f"{one.route.address} ({one.route.view.__module__}): {one.status}"
        for one in walked.visits
        if one.language == "sv"
        and one.status >= HTTPStatus.BAD_REQUEST
        and one.status != HTTPStatus.METHOD_NOT_ALLOWED
    ]
    assert not closed, "\n".join(
        [*closed, "No one of the cast can see it: put a record in tests/house/rooms.py."]
    )


def test_every_page_is_clean(pages):
    faults = sorted(
        {f"{place}: {fault}" for place, _route, _language, html in pages for fault in check_page(html)}
    )
    assert not faults, "\n".join(faults)
    assert len(pages) > 20


def test_every_page_speaks_plainly(pages):
    heavy, short = [], {True: "", False: ""}
    for place, route, language, html in pages:
        text, family = main_text(html), is_family(html)
        if language != "sv" or route.name == "ui:patterns":
            continue
        if len(words(text)) < SHORT:
            short[family] += text + "\n"
        elif lix(text) > ceiling(route, family):
            heavy.append(f"{place}: LIX {lix(text):.0f}\n{text}")
    pooled = {family: text for family, text in short.items() if len(words(text)) >= SHORT}
    heavy += [
        f"the short pages together: LIX {lix(text):.0f}\n{text}"
        for family, text in pooled.items()
        if lix(text) > (FAMILY if family else STAFF)
    ]
    assert not heavy, "\n\n".join(
        [*heavy, f"Families at most {FAMILY}, teachers {TEACHER}, staff {STAFF}: shorter sentences and words."]
    )


def test_family_pages_say_no_word_of_the_office(pages):
    found = [
        f"{place}: {hit[0]}"
        for place, route, language, html in pages
        if language == "sv" and is_family(html) and route.name != "ui:patterns"
        for hit in OFFICE.finditer(main_text(html))
    ]
    assert not found, "\n".join(
        [*found, "Say it as one would at the kitchen table: help, your yes, talk together."]
    )
