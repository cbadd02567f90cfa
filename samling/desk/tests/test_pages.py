"""The desk's pages as people of the cast see them."""

from django.urls import reverse

from samling.people.models import Child


def test_the_day_greets_by_name(cast, visitor):
    page = visitor.as_("petra").get("/")
    assert page.status_code == 200, page.content.decode()[:2000]
    assert "God morgon, Petra." in page.content.decode()


def test_the_list_has_my_children(cast, visitor):
    page = visitor.as_("petra").get(reverse("desk:children")).content.decode()
    assert "Adam Hassan" in page and "Elsa" not in page


def test_the_child_page_has_one_primary_step(cast, visitor):
    page = visitor.as_("petra").get(reverse("desk:child", args=[cast.adam]))
    assert page.status_code == 200
    assert page.content.decode().count("button--primary") == 1


def test_search_finds_my_children_alone(cast, visitor):
    me = visitor.as_("petra")
    assert "Adam Hassan" in me.get("/search/?q=ha").content.decode()
    assert "Karlsson" not in me.get("/search/?q=karl").content.decode()
    assert Child
