"""Every form of the house is sent nothing, too much, broken and hostile: an answer in words, never a fault."""

import re
from html.parser import HTMLParser
from http import HTTPStatus
from urllib.parse import urlencode

import pytest

from tests.walls.sizes import NIGHT, todays

from .page import check_page
from .routes import routes
from .walk import ELSEWHERE, FEW

pytestmark = pytest.mark.xdist_group("walk")

FORM = "application/x-www-form-urlencoded"
HOSTILE = "<script>alert(1)</script>'\"; drop table people_child; -- {{ 7|add:7 }} %(x)s %s \u202eאב\U0001f4a3"
HUGE = "å" * 50_000
# One each for fields of different kinds: a nought, half a letter, a number, a day, a key, a list, a path.
ODD = ("a\x00b", "\udcff", "9" * 400, "2025-02-31", "00000000-0000-0000-0000-000000000000", "[]", "../../etc/passwd", "-1")
ANSWERED = {
    HTTPStatus.OK, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.NO_CONTENT, HTTPStatus.BAD_REQUEST,
    HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
}  # fmt: skip
KEPT = {"csrfmiddlewaretoken", "next"}


class Fields(HTMLParser):
    """The names that the forms of a page send to one address."""

    def __init__(self, html: str, to: str):
        super().__init__()
        self.to, self.here, self.names = to, False, set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.here = given.get("method") == "post" and given.get("action", "") in ("", self.to)
        if self.here and tag in ("input", "select", "textarea", "button") and given.get("name"):
            self.names.add(given["name"])

    def handle_endtag(self, tag):
        self.here = self.here and tag != "form"


@pytest.fixture(scope="module")
def shown(walked):
    """What the house walk was shown, by address."""
    return {one.route.address: one for one in walked.visits if one.html and one.language == "sv"}


@pytest.fixture(scope="module")
def walk(walked, shown):
    """One walk for all the tests here, which may leave the house in whatever state it gets."""
    with walked.lent() as walk:
        yield walk


def fields(html, where):
    """The names that a page's forms send to its own address."""
    return Fields(html, where.split("?")[0]).names | Fields(html, where).names


def forms(walk, shown):
    """Every page that takes something: (who, address, names of its fields). What the house walk was shown is not fetched anew."""
    for route, ways in walk.rooms(method="POST"):
        if one := shown.get(route.address):
            yield one.name, one.where, sorted({"x"} | fields(one.html, one.where) - KEPT)
            continue
        for name, where in ways[: FEW * 4]:
            names = {"x"}
            if "GET" in route.view.methods:
                answer = walk.as_(name).get(where)
                if answer.status_code != HTTPStatus.OK:
                    continue
                names |= fields(answer.content.decode(), where)
            yield name, where, sorted(names - KEPT)
            break


def sendings(names):
    """(what is wrong, body): every field wrong in the same way, in ways of its own, and a body that is no form."""
    yield "empty", sent((name, "") for name in names)
    yield "huge", b"&".join(f"{name}={HUGE}".encode() for name in names)
    yield "hostile and doubled", sent([(name, HOSTILE) for name in names] * 2)
    for turn in range(len(ODD) if NIGHT else 1):
        yield f"odd {turn}", sent((name, ODD[(n + turn) % len(ODD)]) for n, name in enumerate(names))
    yield "not UTF-8", b"&".join(name.encode() + b"=%ff%fe%c3" for name in names) + b"&\xff\xfe\x00{]%%%==&"


def sent(pairs):
    """The body of a form with these fields."""
    return urlencode(list(pairs), errors="surrogateescape").encode()


def words_of(answer):
    """A page's words; a file that is handed out has none."""
    return answer.content.decode() if answer["Content-Type"].startswith("text/") else ""


@pytest.fixture(scope="module")
def tried(walk, shown):
    """Each form with a third of the sendings, the next one with another: (address, what is wrong, status, answer)."""
    return [
        (where, what, answer.status_code, words_of(answer))
        for number, (name, where, names) in enumerate(forms(walk, shown))
        for what, body in todays(sendings(names), 3, ahead=number)
        for answer in (walk.as_(name).post(where, data=body, content_type=FORM),)
    ]


def test_every_form_answers_bad_input_in_words(tried):
    faults = []
    for where, what, status, html in tried:
        if status not in ANSWERED:
            faults.append(f"{where} {what}: {status}")
        if "<script>alert(1)" in html:
            faults.append(f"{where} {what}: a script stands as script")
        if status == HTTPStatus.UNPROCESSABLE_ENTITY and "<html" in html:
            said = (fault for fault in check_page(html) if not fault.startswith("left over"))  # it is the hostile text
            faults += [f"{where} {what}: {fault}" for fault in said]
    assert not faults, "\n".join(sorted(set(faults)))
    assert len(tried) > 300


def test_every_route_that_takes_something_has_been_tried(tried):
    takes = {r.name for r in routes() if r.is_ours and "POST" in getattr(r.view, "methods", ()) and r.name not in ELSEWHERE}
    sent_to = {re.sub(r"\?.*", "", where) for where, *_answer in tried}
    assert len(sent_to) >= len(takes) * 0.8, takes
