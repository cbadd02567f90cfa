"""No page asks more when there is more to show: everything about a child three times over, then seven times."""

import pytest
from django.db import connection

from samling.journey.models import journey_of
from tests.years import relive

pytestmark = pytest.mark.xdist_group("walk")


def test_no_page_asks_more_when_there_is_more_to_show(walked):
    shown = [(one.name, one.where) for one in walked.visits if one.html and one.language == "sv"]
    counts = []
    with walked.lent() as walk:
        with walk.cast.acting("petra"):
            about = [walk.cast.adam, journey_of(walk.cast.adam)]
        for _again in range(2):
            with walked.template.cluster.superuser(connection.settings_dict["NAME"]) as admin:
                assert relive(admin, about, 2) > len(shown)
            counts.append([walk.statements(*one) for one in shown])
    seen = [(one, few, many) for one, few, many in zip(shown, *counts, strict=True) if few]
    assert len(seen) > len(shown) * 0.9, "too few pages could be seen again"
    grown = [
        f"{where} as {name}: {len(few)}, then {len(many)}\n  {max(many, key=many.count)[-300:]}"
        for (name, where), few, many in seen
        if len(many) > len(few)
    ]
    assert not grown, "\n".join(grown)
