"""No page asks more when there is more to show: everything about a child seven times over.

A child's page fetches no more rows either: five years of a child, then ten.
"""

from contextlib import contextmanager

import pytest
from django.db import connection

from samling.journey.models import journey_of
from tests.years import relive

pytestmark = pytest.mark.xdist_group("walk")


@contextmanager
def lived(walked, times):
    """The house when everything about Adam has happened so many times three."""
    with walked.lent() as walk:
        with walk.cast.acting("petra"):
            about = [walk.cast.adam, journey_of(walk.cast.adam)]
        with walked.template.cluster.superuser(connection.settings_dict["NAME"]) as admin:
            for _again in range(times):
                assert relive(admin, about, 2) > 300
        yield walk


def test_no_page_asks_more_when_there_is_more_to_show(walked):
    """A page that asks seven times as much as often as the walk did is not looked at more closely: most do."""
    shown = [one for one in walked.visits if one.html and one.language == "sv"]
    with lived(walked, 2) as walk:
        many = [(one, walk.statements(one.name, one.where)) for one in shown]
    seen = [(one, asked) for one, asked in many if asked]
    assert len(seen) > len(shown) * 0.9, "too few pages could be seen again"
    otherwise = [(one, asked) for one, asked in seen if len(asked) != one.asked]
    with lived(walked, 1) as walk:  # three times: where there is one of a thing, some pages have nothing to ask about the others
        thrice = [(one, walk.statements(one.name, one.where), asked) for one, asked in otherwise]
    grown = [
        f"{one.where} as {one.name}: {len(few)}, then {len(many)}\n  {max(many, key=many.count)[-300:]}"
        for one, few, many in thrice
        if few and len(many) > len(few)
    ]
    assert not grown, "\n".join(grown)
    assert len(otherwise) < len(shown) / 2, "the walk counts otherwise than is counted here"


# Those who sit around a child do not grow with the years; a run of absence is told from its first week, however long.
MOST = (40, 52)  # statements of *I dag* and of a child's page where everything has happened (decision 72)
STAYS = ("people_", "access_", "circle_chair", "attendance_", "followup_")


def test_a_childs_page_fetches_no_row_more_when_there_are_more_years_to_tell_of(walked):
    fetched = []
    with walked.lent() as walk:
        adam, cast = walk.cast.adam, walk.cast
        with cast.acting("petra"):
            about = [adam, journey_of(adam)]
        for times, weeks in ((20, 13), (1, 20 * 13)):
            with walked.template.cluster.superuser(connection.settings_dict["NAME"]) as admin:
                relive(admin, about, times, weeks, without=STAYS)
            fetched.append({name: walk.rows(name, f"/children/{adam}/") for name in ("petra", "gunilla")})
        asked = {where: len(walk.statements("petra", where)) for where in ("/", f"/children/{adam}/")}
    few, many = fetched
    grown = [
        f"{one}: {few[one].get(sql, 0)}, then {number}\n  {sql[-500:]}"
        for one, statements in many.items()
        for sql, number in statements.items()
        if number > few[one].get(sql, 0)
    ]
    assert all(few.values())
    assert not grown, "\n".join(grown)
    assert sum(asked.values()) and all(number <= most for number, most in zip(asked.values(), MOST, strict=True)), asked
