"""What a page shows a way to is open to the one who sees it: nobody is led to a refusal."""

import re
from collections import Counter, deque
from html import unescape
from http import HTTPStatus

import pytest
from django.urls import Resolver404, resolve

from tests.walls.sizes import NIGHT

pytestmark = pytest.mark.xdist_group("walk")

HREF = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)')
# Those who read more than they may change meet a no first; at night everyone goes.
PEOPLE = ("sofia", "cecilia", "gunilla", "ylva")
OFTEN, TWICE = (6, 2) if NIGHT else (3, 1)  # so many children, so many of any other sort of page


def test_no_way_leads_to_a_refusal(walked):
    with walked.lent() as walk:
        people = walk.names if NIGHT else [name for name in walk.names if name in PEOPLE]
        closed = [fault for name in people for fault in led_astray(walk, name)]
    assert people
    assert not closed, "\n".join([*closed, "Show a way only where the same may_… answers yes."])


def led_astray(walk, name):
    """Follow what the pages show from *I dag* on; gives the ways that end in a refusal, in words."""
    seen, many, faults = {"/"}, Counter(), []
    waiting = deque([("/", "the address")])
    while waiting:
        where, shown_on = waiting.popleft()
        sort = named(where)
        many[sort] += 1
        if many[sort] > (OFTEN if sort == "desk:child" else TWICE):
            continue
        answer = walk.as_(name).get(where)
        if answer.status_code >= HTTPStatus.BAD_REQUEST and answer.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            faults.append(f"{shown_on} leads {name} to {where}: {answer.status_code}")
        for to in ways_on(answer):
            if to not in seen:
                seen.add(to)
                waiting.append((to, where))
    assert len(many) > len(PEOPLE), f"{name} saw too little to say anything."
    return faults


def ways_on(answer):
    """The addresses of the house that a page links to."""
    if answer.status_code != HTTPStatus.OK or "text/html" not in answer.get("Content-Type", ""):
        return []
    return [unescape(to) for to in dict.fromkeys(HREF.findall(answer.content.decode()))]


def named(to):
    """What sort of page an address is."""
    try:
        return resolve(to.split("?")[0]).view_name
    except Resolver404:
        return to
