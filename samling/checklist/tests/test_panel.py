"""What the child's page and the day's list show of checklists."""

from types import SimpleNamespace

from django.template.loader import render_to_string

from samling.checklist.models import Decision
from samling.checklist.panel import checklists, follow_ups
from samling.people.models import Child
from tests.house.page import check_page

from .conftest import assign, save, seated, url


def drawn(cast, sitting):
    shown = checklists(SimpleNamespace(capacity=sitting.capacity), Child.objects.get(pk=cast.adam))
    return render_to_string("checklist/panel.html", {"checklists": shown})


def test_the_panel_shows_where_it_stands_and_one_way_on(cast, visitor, checklist):
    row = {"k__tried__0__what": "ADAPT-SHORTER", "k__tried__0__effect": "partly"}
    save(visitor.as_("petra"), url("page", checklist, "tried"), **row)
    with seated(cast, checklist) as sitting:
        text = drawn(cast, sitting)
        assert check_page(text, whole=False) == []
        assert "1 hjälpte lite." in text and url("page", checklist, "why-now") in text
        Decision.decide(sitting.checklist, "solved_here", seen=True, by=sitting.capacity, at=sitting.at)
        assert "Löst här" in drawn(cast, sitting)
        assert [one.checklist_id for one in follow_ups(SimpleNamespace(capacity=sitting.capacity))] == [checklist]
        sitting.checklist.decision.concern_is_back(by=sitting.capacity, at=sitting.at)
        assert follow_ups(SimpleNamespace(capacity=sitting.capacity)) == []


def test_the_panel_invites_to_begin_and_stays_quiet_for_those_who_may_not(cast, visitor, checklist):
    assign(cast, "eva")
    with seated(cast, checklist) as sitting:
        elsa = SimpleNamespace(pk=cast.elsa, branch_id=None, branch=sitting.child.branch)
        shown = checklists(SimpleNamespace(capacity=sitting.capacity), elsa)
        assert not shown["may_begin"] and "checklist" not in shown
    with cast.acting("eva") as acting:
        capacity = sitting.capacity.__class__.objects.select_related("unit__branch").get(pk=acting.capacity_id)
        shown = checklists(SimpleNamespace(capacity=capacity), Child.objects.get(pk=cast.adam))
        text = render_to_string("checklist/panel.html", {"checklists": shown})
    assert "Det finns ingen checklista som du kan läsa." in text
    assert check_page(text, whole=False) == []
