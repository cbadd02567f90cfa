"""The log is searched for a reason, within what one may know, and the search itself is written down."""

from datetime import timedelta

import pytest
from django.urls import reverse

from samling.access import guard, looks
from samling.demo import places
from samling.kernel.answer import Refused
from samling.records.clock import now
from samling.review.models import LogSearch

WHERE = "review:log"
TOLD = {"because": "Fråga från vårdnadshavare", "kind": "", "from_on": "2025-11-19", "until_on": "2025-11-20"}


def opened(cast, visitor, who="petra", child="adam"):
    assert visitor.as_(who).get(f"/children/{getattr(cast, child)}/").status_code == 200


def search(cast, who, person=None, child=None, kind="", because="skäl"):
    with cast.acting(who):
        return guard.rows("search_looks", because, person, child, kind, now() - timedelta(days=2), now() + timedelta(days=1))


def test_a_search_says_who_looked_and_stays_on_record(cast, visitor):
    opened(cast, visitor)
    page = visitor.as_("ingrid_2").post(reverse(WHERE), TOLD | {"child": f"https://samling/children/{cast.adam}/"}).content.decode()
    assert "Petra" in page and str(cast.adam)[:8] in page and "Adam Hassan" not in page
    one = search_rows(cast)[0]
    assert (one.because, one.record_id, one.written_by_id) == (TOLD["because"], cast.adam, cast.ingrid_2)
    assert one.found > 0 and "Fråga från vårdnadshavare" in visitor.get(reverse(WHERE)).content.decode()


def search_rows(cast, who="ingrid_2"):
    with cast.acting(who):
        return list(LogSearch.objects.order_by("-written_at"))


def test_a_head_sees_the_own_unit_and_no_other(cast, visitor):
    opened(cast, visitor)
    assert search(cast, "gunilla", child=cast.adam)
    assert not search(cast, "olof", child=cast.adam)
    assert not search_rows(cast, "petra")


def test_a_data_protection_officer_sees_no_names_and_no_children(cast, visitor):
    opened(cast, visitor)
    rows = search(cast, "ylva")
    assert rows and all(row["capacity"] is None and row["subject"] is None and row["walls"] == [] for row in rows)
    page = visitor.as_("ylva").post(reverse(WHERE), TOLD).content.decode()
    found = page.split('id="found"')[1].split("</table>")[0]
    assert "Petra" not in found and "Norrskolan" in found and "Adam" not in found
    with pytest.raises(Refused, match="kind and time"):
        search(cast, "ylva", child=cast.adam)


@pytest.mark.parametrize("who", ["petra", "ingrid", "tomas", "henrik"])
def test_others_may_not(cast, visitor, who):
    assert visitor.as_(who).post(reverse(WHERE), TOLD).status_code == 403
    with pytest.raises(Refused, match="may not search"):
        search(cast, who)


def test_a_reason_is_needed(cast, visitor):
    assert visitor.as_("ingrid_2").post(reverse(WHERE), TOLD | {"because": " "}).status_code == 422
    with pytest.raises(Refused, match="why"):
        search(cast, "ingrid_2", because=" ")


def test_a_child_with_protected_identity_is_not_told_of(cast, visitor):
    opened(cast, visitor, child="noor")
    assert search(cast, "ingrid_2", child=cast.noor)
    with cast.acting(places.PUPILS["noor"][5]):
        guard.protect(cast.noor, form="marked")
    assert not search(cast, "ingrid_2", child=cast.noor)
    assert all(row["subject"] != cast.noor for row in search(cast, "ingrid_2"))


def test_reports_made_and_homes_not_to_be_reached_are_not_told_of(cast):
    with cast.acting("gunilla"):
        walls = list(guard.my_access(cast.adam))
        looks.look(cast.adam, [one for one in walls if one % 64 == 17], "quiet errand")
        looks.look(cast.adam, walls, "usual errand")
    rows = {row["errand"]: row["walls"] for row in search(cast, "ingrid_2", child=cast.adam)}
    assert "quiet errand" not in rows and not any(wall % 64 in (17, 18) for wall in rows["usual errand"])


def test_a_name_is_no_reference(cast, visitor):
    page = visitor.as_("ingrid_2").post(reverse(WHERE), TOLD | {"child": "Adam Hassan"})
    assert page.status_code == 422 and "Klistra in adressen" in page.content.decode()
