"""The pages: one press starts, undo takes back, pictures say what the words say, and strangers see nothing."""

import datetime as dt
import re
from http import HTTPStatus
from uuid import uuid4

import pytest

from samling.access import guard
from samling.adaptations.models import Adaptation, Evaluation, SpecialSupport
from samling.adaptations.rules import Figure
from samling.adaptations.templatetags.adaptations import how_it_went, share_bar
from samling.checklist.models import Trial
from samling.kernel.sorting import swedish_key
from samling.records.clock import today

from .crowd import Crowd
from .test_figures import DAY, SPRING
from .test_verbs import chosen

__all__ = ["chosen"]
MARK, CLOSED = re.compile(r'class="tries__mark"'), (HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN)


def html(answer, status=HTTPStatus.OK):
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def page(cast, key="adam"):
    return f"/children/{cast.world.child[key]}/adaptations/"


def evaluation(**said):
    return {"key": uuid4(), "result": "partly", "voice": "guardian", "text": "Lugnare på kvällen.", "then": "again",
            "again_on": "2025-12-04"} | said  # fmt: skip


def test_one_press_starts_an_idea_and_undo_takes_it_back(cast, visitor):
    petra = visitor.as_("petra")
    assert "Inte provat än" in html(petra.get(page(cast)))
    there = petra.post(page(cast), {"code": "ADAPT-MOVE"})["Location"]
    shown = html(petra.get(there))
    with cast.acting("petra"):
        made = Adaptation.objects.get()
        assert (made.starts_on, made.evaluate_on, made.holder_id) == (today(), dt.date(2026, 1, 1), cast.petra)
    assert "1 sak provad" in shown and f"/adaptations/{made.pk}/withdrawal/" in shown
    petra.post(f"/adaptations/{made.pk}/withdrawal/")
    assert "1 sak provad" not in html(petra.get(there))


@pytest.mark.parametrize("code", ["", "ADAPT-NOTHING", "ADAPT-GOODBYE", "x" * 9000, "\0"])
def test_what_is_not_offered_here_is_not_started(cast, visitor, code):
    assert visitor.as_("petra").post(page(cast), {"code": code}).status_code == HTTPStatus.FOUND
    with cast.acting("petra"):
        assert not Adaptation.objects.exists()


def test_how_it_went_is_told_and_shown(cast, visitor, start):
    pk, petra = start(days=42), visitor.as_("petra")
    assert "Dags att fråga" in html(petra.get(page(cast)))
    answer = petra.post(f"/adaptations/{pk}/evaluation/", evaluation())
    assert answer["Location"] == page(cast)
    shown = html(petra.get(f"/adaptations/{pk}/"))
    assert "Hjälpte lite" in shown and "Lugnare på kvällen." in shown and "En vårdnadshavare" in shown


@pytest.mark.parametrize(
    ("said", "about"),
    [({"result": ""}, "result"), ({"then": ""}, "then"), ({"again_on": "2026-02-01"}, "again_on"),
     ({"again_on": "2025-11-20"}, "again_on"), ({"voice": "x"}, "voice")],
)  # fmt: skip
def test_what_is_missing_is_asked_for_again(cast, visitor, start, said, about):
    pk = start()
    shown = html(visitor.as_("petra").post(f"/adaptations/{pk}/evaluation/", evaluation(**said)), 422)
    assert f'href="#id_{about}' in shown
    with cast.acting("petra"):
        assert not Evaluation.objects.exists()


def begun(cast, **said):
    return {"key": uuid4(), "code": "own", "own": "Mjuk start", "place": "morning", "holder": cast.petra,
            "starts_on": "2025-11-20", "evaluate_on": "", "home_knows": "no"} | said  # fmt: skip


@pytest.mark.parametrize(
    ("said", "about"),
    [({"own": ""}, "own"), ({"code": ""}, "code"), ({"evaluate_on": "2026-02-01"}, "evaluate_on"),
     ({"evaluate_on": "2025-11-01"}, "evaluate_on"), ({"starts_on": "i dag"}, "starts_on"), ({"holder": uuid4()}, "holder")],
)  # fmt: skip
def test_a_start_is_asked_for_whole(cast, visitor, said, about):
    answer = visitor.as_("petra").post(page(cast) + "new/", begun(cast, **said))
    assert f'href="#id_{about}"' in html(answer, 422)


def test_own_words_get_a_day_by_themselves(cast, visitor):
    answer = visitor.as_("petra").post(page(cast) + "new/", begun(cast))
    assert "Mjuk start" in html(visitor.get(answer["Location"]))
    with cast.acting("petra"):
        assert Adaptation.objects.get().evaluate_on == dt.date(2026, 1, 1)


def test_what_the_table_chose_is_filled_in_and_its_page_says_what_is_noted(cast, visitor, chosen, start):
    petra = visitor.as_("petra")
    shown = html(petra.get(f"{page(cast)}new/?trial={chosen}"))
    assert re.search(r'value="ADAPT-SHORTER" selected', shown)
    start(code="ADAPT-MEAL")
    with cast.acting("petra"):
        table = Trial.objects.get().checklist_id
    tried = html(petra.get(f"/checklists/{table}/steps/tried/"))
    assert "Det här är redan antecknat" in tried and "Äta på ett annat sätt" in tried
    petra.post(page(cast), {"code": "ADAPT-SHORTER"})  # by another way: it is the same one
    assert html(petra.get(page(cast))).count("Kortare uppgifter eller mer tid") == 1


def test_the_strip_draws_what_it_says(cast, visitor, start, say):
    for result in ("helped", "helped", "no", None):
        pk = start(code="ADAPT-MEAL")
        if result:
            say(pk, result, then="keep")
    for where in (page(cast), f"/children/{cast.adam}/"):
        shown = html(visitor.as_("petra").get(where))
        strip = re.search(r'<ul class="tries">.*?</ul>', shown, re.S)[0]
        numbers = {word: int(number) for number, word in re.findall(r"<span>(\d+) ([^<]+)</span>", strip)}
        assert numbers == {"hjälpte": 2, "hjälpte inte": 1, "har ni inte sett efter än": 1}
        assert len(MARK.findall(strip)) == sum(numbers.values()) == 4
        assert "4 saker provade" in shown


@pytest.mark.parametrize(("least", "most", "of"), [(12, 12, 24), (36, 40, 40), (0, 4, 12), (5, 5, 10)])
def test_the_bar_is_drawn_where_the_words_say(least, most, of):
    figure = Figure("x", (("early", of),), of, least, most)
    x, width = map(int, re.search(r'x="(\d+)" y="3" width="(\d+)"', share_bar(figure)).groups())
    said = tuple(map(int, re.findall(r"(\d+) och (\d+) av hundra", how_it_went(figure))[0]))
    assert ((x - 4) // 2, (x - 4 + width) // 2) == said


def test_where_there_is_no_share_nothing_is_drawn():
    few = Figure("x", (("early", 9),))
    assert share_bar(few) == "" and "9 barn" in how_it_went(few) and "för få" in how_it_went(few)
    assert how_it_went(None) == how_it_went(Figure("x")) == "För få har provat det här för att säga något."


@pytest.mark.parametrize("name", ["petra", "henrik", "maria"])
def test_the_catalogue_stands_by_name_with_what_is_published(cast, visitor, name):
    crowd = Crowd(cast)
    crowd.evaluate(crowd.children(14), "ADAPT-STEPS", DAY, "helped")
    crowd.evaluate(crowd.children(4), "ADAPT-MOVE", DAY, "helped")
    crowd.publish(SPRING)
    crowd.told()
    shown = html(visitor.as_(name).get("/adaptations/"))
    titles = re.findall(r'<h2><a href="/adaptations/catalogue/[a-z-]+/">([^<]+)</a></h2>', shown)
    assert titles == sorted(titles, key=swedish_key) and len(titles) == 27
    assert "vårterminen 2025" in shown and shown.count("Provat här med") == 1 and shown.count("<svg class=\"share\"") == 1
    one = html(visitor.get("/adaptations/catalogue/steps/"))
    assert "Provat här med 14 barn" in one and re.search(r"Årskurs 4–6</th><td class=\"number\">14<", one)
    least = re.findall(r"/adaptations/catalogue/([a-z-]+)/", html(visitor.get("/adaptations/?sort=untried")))
    assert least[-1] == "steps"
    assert visitor.get("/adaptations/catalogue/nothing/").status_code == HTTPStatus.NOT_FOUND


def test_support_is_noted_decided_and_evaluated(cast, visitor):
    petra = visitor.as_("petra")
    first = {"key": uuid4(), "inquiry_on": "2025-11-10", "holder": cast.petra, "words": "Orkar han?", "home_knows": "yes"}
    there = petra.post(f"/children/{cast.adam}/support/new/", first)["Location"]
    decision = {"kind": "group", "decided_by": cast.petra, "decided_on": "2025-11-18", "holder": cast.petra,
                "evaluate_on": "", "words": "", "home_knows": "yes"}  # fmt: skip
    assert 'href="#id_evaluate_on"' in html(petra.post(f"{there}decision/", decision), 422)
    decision["evaluate_on"] = "2026-01-15"
    refused = petra.post(f"{there}decision/", decision)
    assert "3:9" in html(refused, HTTPStatus.FORBIDDEN)
    petra.post(f"{there}decision/", decision | {"decided_by": cast.gunilla})
    assert "Gunilla Norén" in html(petra.get(there))
    petra.post(f"{there}evaluation/", {"then": "over"})
    assert "Det är slut" in html(petra.get(there))
    with cast.acting("petra"):
        assert SpecialSupport.objects.get().ended_at


def test_a_decision_against_needs_no_days(cast, visitor):
    petra = visitor.as_("petra")
    first = {"key": uuid4(), "inquiry_on": "2025-11-10", "holder": cast.petra, "home_knows": "no"}
    there = petra.post(f"/children/{cast.adam}/support/new/", first)["Location"]
    said = {"kind": "none", "decided_by": cast.gunilla, "decided_on": "2025-11-18", "from_on": "2025-11-18",
            "evaluate_on": "2026-01-15", "holder": cast.petra, "home_knows": "no"}  # fmt: skip
    assert petra.post(f"{there}decision/", said).status_code == HTTPStatus.FOUND
    with cast.acting("petra"):
        made = SpecialSupport.objects.get()
        assert (made.kind, made.from_on, made.evaluate_on) == ("none", None, None)


@pytest.mark.parametrize("name", ["ulf", "maja", "tomas", "henrik", "ingrid", "gun"])
def test_strangers_find_nothing(cast, visitor, start, name):
    pk = start(own="HEMLIGT", code="")
    other = visitor.as_(name)
    for where in (page(cast), page(cast) + "new/", f"/adaptations/{pk}/", f"/adaptations/{pk}/evaluation/"):
        assert other.get(where).status_code == HTTPStatus.NOT_FOUND
    for where in (page(cast), f"/adaptations/{pk}/end/", f"/adaptations/{pk}/withdrawal/"):
        assert other.post(where, {"code": "ADAPT-MOVE"}).status_code == HTTPStatus.NOT_FOUND


def test_who_may_read_and_not_write_gets_no_button(cast, visitor, start):
    """Told across the wall: the team reads what is tried and starts nothing."""
    pk = start()
    with cast.acting("gunilla"):
        ground = guard.give_ground(cast.adam, [65, 70], basis="harm_test", because="behövs", unit=cast.reception)
        guard.disclose_record(ground, 70, pk)
    with cast.acting("tomas"):
        seen = Adaptation.objects.filter(pk=pk).exists()
    answer = visitor.as_("tomas").get(f"/adaptations/{pk}/evaluation/")
    assert answer.status_code in CLOSED and visitor.post(f"/adaptations/{pk}/end/").status_code in CLOSED
    with cast.acting("petra"):
        assert Adaptation.objects.get(pk=pk).ended_at is None or not seen
