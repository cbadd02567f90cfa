"""A legal hold is set with its reason by the records officer, seen where retention is shown, and keeps what it says."""

import pytest
from django.db import connections
from django.urls import reverse

from samling.kernel.settable import Area
from samling.office.models import Hold

RETENTION = reverse("office:area", args=[Area.RETENTION])
HOLDS = reverse("office:holds")


def told(cast, place, **other):
    return {"where": str(getattr(cast, place)), "reason": "Förvaltningsrätten 1234-25", "from_on": "2025-11-20", "until_on": ""} | other


@pytest.fixture
def old(cast):
    """Two of the school's children have lain still for eight years, and seven is the rule."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samling_guard")
        cursor.execute("update people_child set opened_at = guard.now() - interval '8 years' where subject_id in (%s, %s)",
                       [cast.adam, cast.elsa])  # fmt: skip
        cursor.execute("insert into people_setting (id, organisation_id, code, value, from_at, decision) values "
                       "(gen_random_uuid(), %s, 'retention.school_record', '7', guard.now(), '§ 1')",
                       [cast.world.organisation["lovsjo"]])  # fmt: skip
        cursor.execute("reset role")
    return cast


def due(visitor):
    """What the page says would fall due of the school's."""
    page = visitor.get(RETENTION).content.decode()
    return page.split("Det som skulle gallras i dag")[2 if page.count("Det som skulle gallras i dag") > 2 else 1].split("</li>")[0]


def test_a_hold_is_shown_and_takes_what_it_keeps_out_of_what_falls_due(old, visitor):
    rigmor = visitor.as_("rigmor")
    assert "&lt;5 barn" in due(rigmor) and "kvar genom" not in due(rigmor)
    assert rigmor.post(HOLDS, told(old, "norrskolan")).status_code == 302
    assert "0 barn" in due(rigmor) and "&lt;5 kvar genom gallringsstopp" in due(rigmor)
    for name in ("rigmor", "ingrid", "ingrid_2"):
        page = visitor.as_(name).get(RETENTION).content.decode()
        assert "Förvaltningsrätten 1234-25" in page and "Norrskolan" in page
    one = Hold.objects.using("owner").get()
    assert visitor.as_("rigmor").post(reverse("office:hold-end", args=[one.pk])).status_code == 302
    assert "&lt;5 barn" in due(visitor)
    assert "avslutad" in visitor.get(HOLDS).content.decode() and "1234-25" not in visitor.get(RETENTION).content.decode()


def test_only_the_records_officer_sets_and_ends_a_hold(cast, visitor):
    assert visitor.as_("rigmor").post(HOLDS, told(cast, "school")).status_code == 302
    one = Hold.objects.using("owner").get()
    for name in ("ingrid", "ingrid_2", "gunilla"):
        page = visitor.as_(name).get(HOLDS).content.decode()
        assert "1234-25" in page and 'name="reason"' not in page and "hold-end" not in page
        assert visitor.post(HOLDS, told(cast, "school")).status_code == 403
        assert visitor.post(reverse("office:hold-end", args=[one.pk])).status_code == 403
    assert visitor.as_("petra").get(HOLDS).status_code == 403
    assert Hold.objects.using("owner").get().ended_at is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"reason": ""}, "Skriv ett svar här"),
        ({"where": "x"}, "Välj"),
        ({"from_on": "2025-11-19"}, "Välj i dag eller en senare dag"),
        ({"until_on": "2025-11-19"}, "Sista dagen kommer efter den första"),
    ],
)
def test_a_hold_that_cannot_be_is_answered_with_what_to_do(cast, visitor, wrong, said):
    answer = visitor.as_("rigmor").post(HOLDS, told(cast, "school", **wrong))
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not Hold.objects.using("owner").exists()


def test_another_organisation_sees_nothing_of_it(cast, visitor):
    visitor.as_("rigmor").post(HOLDS, told(cast, "school"))
    with cast.acting("sten"):
        assert not Hold.objects.exists()
    with cast.acting("petra"):
        assert Hold.objects.count() == 1
