"""The list of what one can try at home: what is published stands there, and a fifth child is needed for that."""

import pytest
from django.db import connections

from samling.adaptations.tests.crowd import Crowd, as_guard, insert, set_clock
from samling.adaptations.tests.test_figures import SPRING
from samling.support.reference import AT_HOME
from tests.cast import FROZEN

from .test_pages import html

WALL = 64 + 7


@pytest.mark.parametrize(("many", "words"), [(4, "För få har provat det här"), (5, "Provat här med 5 barn")])
def test_what_helped_at_home_is_told_of_five(cast, visitor, many, words):

    crowd = Crowd(cast)
    at = FROZEN.replace(month=3)
    with as_guard() as cursor:
        for child, _born, _stage in crowd.children(many):
            more = {"wall": WALL, "kind": "home", "code": "HOME-BEDTIME", "form": "school", "holder_id": cast.petra, "starts_on": at.date(),
                    "state": "going", "ended_because": ""}  # fmt: skip
            insert(cursor, "support_support", at, child, cast.petra, id=child, **more)
            insert(cursor, "support_outcome", at, child, cast.petra, id=child, wall=WALL, support_id=child, result="helped", voice="giver")
    crowd.publish(SPRING)
    with connections["worker"].cursor() as cursor:
        cursor.execute("select guard.publish_at_home()")
    set_clock(FROZEN)
    shown = html(visitor.as_("maja").get("/supports/at-home/"))
    assert shown.count("</h2>") >= len(AT_HOME)
    assert words in shown.partition("Samma väg till sängen")[2].partition("<h2>")[0]
