"""Protected identity: nobody but the named finds anything, on any page there is."""

from contextlib import suppress

import pytest
from django.urls import NoReverseMatch

from samling.access import guard
from samling.family.models import OffSystem
from samling.people.models import Child, Guardian, RosterEntry
from tests.house.routes import routes
from tests.house.walk import ELSEWHERE, address
from tests.walls.sizes import NIGHT, todays

MARKS = ("Zebulon", "070-999 77 66", "Hemliga gatan 7", "Hassan")
OTHERS = ("gunilla", "bosse", "amir", "maja", "jonas", "eva", "ingrid", "ingrid_2", "ulf", "kerstin", "maria_2")


def page(answer, status=200):
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


def told(cast, **more):
    return {"whose": "child", "form": "marked", "readers": [], "sure": "yes", **more}


@pytest.fixture
def marked(cast, visitor):
    """Adam with planted words, known by his mentor, the head and a counsellor."""
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.amir, because="Stöd.")
    with cast.acting("petra"):
        Child.objects.filter(pk=cast.adam).update(called="Zebulon")
        Guardian.objects.filter(pk=cast.hodan).update(phone="070-999 77 66", address="Hemliga gatan 7")
    return visitor


def protect(cast, marked, **more):
    assert marked.as_("petra").post(f"/children/{cast.adam}/protection/", told(cast, **more)).status_code == 302


def test_what_follows_is_read_before_it_is_done(cast, marked):
    petra = marked.as_("petra")
    assert "Det här följer" in page(petra.get(f"/children/{cast.adam}/protection/"))
    data = told(cast)
    data.pop("sure")
    sure = page(petra.post(f"/children/{cast.adam}/protection/", data | {"readers": []}))
    assert "Det här händer när du skyddar" in sure
    with cast.acting("petra"):
        assert guard.is_protected(cast.adam) is None


def test_the_decider_and_the_named_read_on_and_nobody_else(cast, marked):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.cecilia, because="Stöd.")
    protect(cast, marked, readers=[cast.amir])
    assert "Zebulon" in page(marked.as_("petra").get(f"/children/{cast.adam}/people/"))
    assert "Zebulon" in page(marked.as_("amir").get(f"/children/{cast.adam}/people/"))
    for name in ("cecilia", "gunilla", "bosse", "ulf"):
        assert marked.as_(name).get(f"/children/{cast.adam}/people/").status_code == 404


def test_planted_words_reach_no_page_of_anyone_else(cast, marked):
    """By day every page that a child's key can be a key to; at night also those that open records of other kinds."""
    protect(cast, marked, readers=[])
    ours = list(addresses(cast.adam))
    for number, name in enumerate(OTHERS):
        seen = marked.as_(name)
        seen.raise_request_exception = False
        for where in todays(ours, 3, ahead=number):  # each address by every third of them
            answer = seen.get(where)
            found = [mark for mark in MARKS if mark in answer.content.decode(errors="replace")]
            assert not found, f"{name} reads {found} at {where}"
    assert len(ours) > 50


def addresses(key):
    """Every address there is with this key in it; one by a secret has none."""
    for route in routes():
        of_a_child = getattr(route.view, "opens", None) in (None, Child) and "GET" in getattr(route.view, "methods", ("GET",))
        if route.is_ours and route.name not in ELSEWHERE and (of_a_child or NIGHT):
            with suppress(NoReverseMatch):
                yield address(route, key)


def test_search_and_the_roster_do_not_find_the_child(cast, marked):
    protect(cast, marked, readers=[])
    with cast.acting("maja"):
        assert not RosterEntry.objects.filter(given_name="Adam").exists()
        assert RosterEntry.objects.filter(given_name="Noor").exists()
    with cast.acting("petra"):
        assert RosterEntry.objects.filter(given_name="Adam").exists()
    with cast.acting("gunilla"):
        assert not Child.objects.filter(pk=cast.adam).exists()
        assert cast.adam not in [row.pk for row in Child.objects.mine()]


def test_a_protected_guardian_covers_the_child(cast, marked):
    protect(cast, marked, whose=str(cast.hodan), readers=[])
    assert marked.as_("gunilla").get(f"/children/{cast.adam}/people/").status_code == 404


def test_printed_pages_bear_no_title(cast, marked):
    protect(cast, marked)
    for where in ("people", "sight", "protection"):
        shown = page(marked.as_("petra").get(f"/children/{cast.adam}/{where}/"))
        printed = shown.split('class="printed')[1].split("</p>")[0]
        assert "klasslärare" not in printed and "Petra E" in printed


def test_only_one_who_decides_names_readers_and_ends(cast, marked):
    protect(cast, marked, readers=[cast.gunilla])
    where = f"/children/{cast.adam}/protection/"
    assert marked.as_("petra").post(f"{where}end/").status_code == 403
    assert marked.as_("petra").post(f"{where}readers/", {"reader": cast.amir}).status_code == 403
    assert marked.as_("bosse").post(f"{where}end/").status_code == 404
    assert marked.as_("amir").get(where).status_code == 404
    assert marked.as_("gunilla").post(f"{where}readers/", {"reader": cast.amir}).status_code == 302
    assert marked.as_("amir").get(where).status_code == 200
    assert marked.as_("gunilla").post(f"{where}readers/{cast.amir}/end/").status_code == 302
    assert marked.as_("amir").get(where).status_code == 404
    assert marked.as_("gunilla").post(f"{where}end/").status_code == 302
    assert marked.as_("amir").get(f"/children/{cast.adam}/people/").status_code == 200


@pytest.mark.parametrize("wrong", [
    {"whose": ""}, {"whose": "x"}, {"form": "x"}, {"readers": ["x"]}, {"form": "off_system"},
    {"form": "off_system", "reference": "Adam Hassan"}, {"form": "off_system", "reference": "20150314-2386"},
    {"form": "off_system", "reference": "x" * 4000},
])
def test_what_cannot_be_right_is_explained(cast, marked, wrong):
    answer = marked.as_("petra").post(f"/children/{cast.adam}/protection/", told(cast, readers=[cast.amir]) | wrong)
    assert answer.status_code == 422
    with cast.acting("petra"):
        assert guard.is_protected(cast.adam) is None


def test_outside_the_system_only_a_number_remains(cast, marked):
    protect(cast, marked, form="off_system", reference="SKY 2025-77", readers=[cast.amir])
    assert marked.as_("amir").get(f"/children/{cast.adam}/people/").status_code == 404  # named, but outside means outside
    assert "SKY 2025-77" in page(marked.as_("gunilla").get("/outside/"))
    assert "SKY 2025-77" not in page(marked.as_("ulf").get("/outside/"))
    for _time in range(2):
        assert marked.as_("gunilla").post("/outside/", {"reference": "sky 2025-78"}).status_code == 302
    with cast.acting("gunilla"):
        assert {stub.reference for stub in OffSystem.objects.all()} == {"SKY 2025-77", "SKY 2025-78"}
    for wrong in ("", "Adam", "150314", "x" * 500, "<script>1"):
        assert marked.as_("gunilla").post("/outside/", {"reference": wrong}).status_code == 422
