"""Giving and ending assignments through the pages."""

import pytest

from samling.access.models import Assignment


def page(answer):
    return answer.content.decode()


def url(child, rest=""):
    return f"/children/{child}/assignments/{rest}"


def test_a_head_reads_who_works_with_the_child_in_words(cast, visitor):
    shown = page(visitor.as_("gunilla").get(url(cast.adam)))
    assert "Petra" in shown and "Namn, ålder och klass" in shown and "Gunilla" in shown


def test_a_mentor_reads_the_reason_instead_of_the_button(cast, visitor):
    shown = page(visitor.as_("petra").get(url(cast.adam)))
    assert "Din roll får inte ge uppdrag." in shown and url(cast.adam, "new/") not in shown
    answer = visitor.as_("petra").get(url(cast.adam, "new/"))
    assert answer.status_code == 403 and "Din roll får inte ge uppdrag." in page(answer)


def test_a_stranger_finds_nothing(cast, visitor):
    for rest in ("", "new/"):
        assert visitor.as_("ulf").get(url(cast.adam, rest)).status_code == 404
    assert visitor.as_("ulf").post(url(cast.adam, "new/")).status_code == 404


def test_someone_is_searched_for_and_given_the_child(cast, visitor):
    head = visitor.as_("gunilla")
    assert "Jonas" in page(head.get(url(cast.adam, "new/?q=jonas")))
    assert "Eva" in page(head.get(url(cast.adam, "new/?q=sjö")))  # the school nurse hangs on the school
    assert "Tomas" not in page(head.get(url(cast.adam, "new/?q=tomas")))  # another authority
    where = url(cast.adam, f"new/?to={cast.jonas}")
    assert "Fritids" in page(head.get(where))
    with cast.acting("jonas"):
        assert not Assignment.objects.filter(subject_id=cast.adam, capacity_id=cast.jonas)
    assert head.post(where, {"because": "Jonas möter Adam varje eftermiddag.", "until_on": "2026-06-12"}).status_code == 302
    with cast.acting("jonas"):
        given = Assignment.objects.get(subject_id=cast.adam, capacity_id=cast.jonas)
    assert str(given.until_at.date()) == "2026-06-12"  # the moment after the day, 22.00 in UTC
    head.post(where, {"because": "En gång till."})
    with cast.acting("jonas"):
        assert Assignment.objects.filter(subject_id=cast.adam, capacity_id=cast.jonas).count() == 1


def test_what_is_added_by_decision_is_given(cast, visitor):
    where = url(cast.adam, f"new/?to={cast.jonas}")
    visitor.as_("gunilla").post(where, {"because": "Hämtar och lämnar.", "extra": ["2"]})
    with cast.acting("jonas"):
        assert 64 + 2 in Assignment.objects.get(capacity_id=cast.jonas).walls
    answer = visitor.as_("gunilla").post(url(cast.adam, f"new/?to={cast.amir}"), {"because": "x", "extra": ["12"]})
    assert answer.status_code == 422


@pytest.mark.parametrize("told", [
    {}, {"because": " "}, {"because": "x" * 201}, {"because": "x", "until_on": "2020-01-01"},
    {"because": "x", "until_on": "9999-12-31"}, {"because": "x", "until_on": "i morgon"},
])
def test_what_is_missing_or_mad_is_explained(cast, visitor, told):
    answer = visitor.as_("gunilla").post(url(cast.adam, f"new/?to={cast.jonas}"), told)
    assert answer.status_code == 422 and "att ändra" in page(answer)


@pytest.mark.parametrize("asked", ["q=%00", "q=%", "q=" + "å" * 5000, "to=x", "to=00000000-0000-0000-0000-000000000000",
                                   "q=%3Cscript%3E", "q=_", "to=" + "7" * 4000])
def test_a_mad_search_is_an_ordinary_page(cast, visitor, asked):
    answer = visitor.as_("gunilla").get(url(cast.adam, f"new/?{asked}"))
    assert answer.status_code == 200 and "<script>" not in page(answer)


def test_the_head_cannot_be_chosen_by_herself(cast, visitor):
    answer = visitor.as_("gunilla").post(url(cast.adam, f"new/?to={cast.gunilla}"), {"because": "x"})
    assert answer.status_code == 403


def test_an_ended_assignment_is_dead_at_the_next_statement(cast, visitor):
    visitor.as_("gunilla").post(url(cast.adam, f"new/?to={cast.jonas}"), {"because": "Fritids."})
    assert visitor.as_("jonas").get(url(cast.adam)).status_code == 200
    with cast.acting("jonas"):
        given = Assignment.objects.get(capacity_id=cast.jonas).pk
    assert visitor.as_("petra").post(url(cast.adam, f"{given}/end/")).status_code == 403
    assert visitor.as_("gunilla").post(url(cast.adam, f"{given}/end/")).status_code == 302
    assert visitor.as_("jonas").get(url(cast.adam)).status_code == 404
    assert visitor.as_("gunilla").post(url(cast.adam, f"{given}/end/")).status_code == 404
