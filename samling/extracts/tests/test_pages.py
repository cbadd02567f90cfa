"""An extract on its pages: taken down, somebody named, looked through, decided, given, kept."""

import json
import re
from collections import Counter
from uuid import uuid4

import pytest

from samling.access import guard
from samling.access.door import open_walls
from samling.extracts.models import Request
from samling.extracts.reading import Extract
from samling.journey.models import Entry, Notice
from samling.kernel.answer import Refused
from samling.kernel.categories import Category, wall
from samling.people.models import Child
from samling.records.clock import now
from tests.house.page import check_page

CHILD = "/children/{}/extracts/"
ASKS = {"identity": "shown", "received_on": "2025-11-18", "wanted": ""}
HELD = {"word": "hold", "ground": "other_person", "because": "Det handlar om en granne."}


def page(answer, status=200):
    assert answer.status_code == status, (answer.status_code, answer.content.decode()[:3000])
    shown = answer.content.decode()
    assert check_page(shown) == []
    return shown


def post(visitor, who, address, data=None):
    answer = visitor.as_(who).post(address, data or {})
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return answer.headers["Location"]


def decided(visitor, where, **words):
    """Gunilla answers yes for each group, and with these words about some."""
    shown = page(visitor.as_("gunilla").get(f"{where}decide/"))
    names = {*re.findall(r'<input type="radio" name="([\w-]+)"', shown)}
    seen = re.search(r'name="seen" value="(\w+)"', shown)[1]
    return visitor.as_("gunilla").post(f"{where}decide/", {name: "yes" for name in names} | {"seen": seen} | words)


def asked(cast, visitor, asker=None):
    """Petra takes down that Hodan asks; Gunilla names Rigmor, who keeps the records."""
    where = post(visitor, "petra", CHILD.format(cast.adam), ASKS | {"asker": asker or str(cast.hodan)})
    post(visitor, "gunilla", f"{where}name/", {"preparer": str(cast.rigmor), "until_on": "2025-12-10"})
    return where


def note(cast, text, category=Category.LEARNING, **more):
    """Petra writes a note about Adam."""
    with cast.acting("petra") as acting:
        child = Child.objects.get(pk=cast.adam)
        open_walls(child, "test")
        told = {"kind": "note", "title": "Anteckning", "text": text, **more}
        made = Entry.write(told, subject=cast.adam, wall=child.wall // 64 * 64 + category, by=acting.capacity_id, at=now(), pk=uuid4())
        return made.pk


def all_given(cast, visitor, where):
    """Rigmor says of everything that waits that it is given, and that she has looked at it all."""
    with cast.acting("rigmor"):
        todo = Extract.of(Request.objects.get()).undecided
    for one in todo:
        post(visitor, "rigmor", f"{where}items/{one.table}/", {"word": "give", "records": [one.record]})
    post(visitor, "rigmor", f"{where}finish/")


def waits_for():
    """Whose *I dag* it stands on."""
    return list(Notice.objects.using("owner").filter(kind="extract_prepare", done_at=None).values_list("to_id", flat=True))


def test_from_a_request_to_a_copy(cast, visitor):
    note(cast, "Adam räknar gärna med Kim.")
    where = asked(cast, visitor)
    assert "Ett utdrag väntar på dig" in page(visitor.as_("rigmor").get("/"))
    shown = page(visitor.as_("rigmor").get(f"{where}items/"))
    waits = [kind for kind in re.findall(r"items/([\w-]+)/", shown)]
    assert "journey_entry" in waits and "people_guardian" in waits
    page(visitor.as_("rigmor").get(f"{where}items/journey_entry/"))
    with cast.acting("rigmor"):
        todo = Extract.of(Request.objects.get()).undecided
    assert "people_guardian" in {one.table for one in todo} and not {"access_look", "journey_entry"} & {one.table for one in todo}
    assert visitor.as_("rigmor").post(f"{where}finish/").status_code == 403
    for one in todo:
        post(visitor, "rigmor", f"{where}items/{one.table}/", HELD | {"records": [one.record]})
    with cast.acting("rigmor"):
        entry = next(one for one in Extract.of(Request.objects.get()).items if one.table == "journey_entry")
    struck = {"word": "strike", "masked": "Kim", "ground": "other_person", "because": "En klasskamrat.", "records": [entry.record]}
    post(visitor, "rigmor", f"{where}items/journey_entry/", struck)
    post(visitor, "rigmor", f"{where}finish/")
    assert waits_for() == [cast.world.capacity["gunilla"]]
    assert visitor.as_("rigmor").get(f"{where}decide/").status_code == 403
    assert "En klasskamrat." in page(visitor.as_("gunilla").get(f"{where}decide/"))
    assert decided(visitor, where).status_code == 302
    assert waits_for() == [cast.world.capacity["rigmor"]]
    post(visitor, "rigmor", f"{where}give/", {"how": "handed"})
    told = json.loads(visitor.as_("rigmor").get(f"{where}data/").content)
    said = json.dumps(told, ensure_ascii=False)
    assert "[överstruket]" in said and "Kim" not in said and len(told["held_back"]) == len(todo)
    paper = visitor.as_("rigmor").get(f"{where}paper/").content
    assert paper.startswith(b"%PDF") and b"pdfaid:part" in paper
    page(visitor.as_("rigmor").get(where))
    assert visitor.as_("petra").get(f"{where}data/").status_code == 404
    assert visitor.as_("maja").get(where).status_code == 404


def test_one_thing_of_a_group_is_looked_at_again_and_what_it_was_about_must_be_what_one_saw(cast, visitor):
    where = asked(cast, visitor, asker="anyone")
    with cast.acting("rigmor"):
        todo = Extract.of(Request.objects.get()).undecided
    for one in todo:
        post(visitor, "rigmor", f"{where}items/{one.table}/", HELD | {"records": [one.record]})
    post(visitor, "rigmor", f"{where}finish/")
    first, *_rest = [one for one in todo if one.table == "people_guardian"]
    again = f"again-people_guardian-{first.record}"
    assert "Något annat hålls tillbaka" in page(decided(visitor, where, seen="x"), 422)
    assert "ska ses över igen" in page(decided(visitor, where, **{again: "Nej"}), 422)
    assert "ska ses över igen" in page(decided(visitor, where, **{"other_person": "no"}), 422)
    assert decided(visitor, where, **{again: "Hon får se sitt eget namn."}).status_code == 302
    shown = page(visitor.as_("gunilla").get(where))
    assert "står vid varje sak" in shown and "sitt eget namn" not in shown
    assert "Hon får se sitt eget namn." in page(visitor.as_("rigmor").get(f"{where}items/people_guardian/"))
    with cast.acting("rigmor"):
        assert [one.record for one in Extract.of(Request.objects.get()).undecided] == [first.record]
    assert visitor.as_("rigmor").post(f"{where}finish/").status_code == 403
    post(visitor, "rigmor", f"{where}items/people_guardian/", {"word": "give", "records": [first.record]})
    post(visitor, "rigmor", f"{where}finish/")
    rest = {one.record for one in todo} - {first.record}
    ((many, _times),) = Counter(one.table for one in todo if one.table != "people_guardian").most_common(1)
    for words in ({f"all-other_person-{many}": "Säg vem det är."}, {"other_person": "no", "because": "Läs var och en."}):
        assert decided(visitor, where, **words).status_code == 302
        with cast.acting("rigmor"):
            again = Extract.of(Request.objects.get()).undecided
        whole = {one.record for one in todo if one.table == many} if "because" not in words else rest
        assert {one.record for one in again} == whole and len(whole) > 1
        for one in again:
            post(visitor, "rigmor", f"{where}items/{one.table}/", HELD | {"records": [one.record]})
        post(visitor, "rigmor", f"{where}finish/")


def test_who_asks_is_named_for_those_who_read_it(cast, visitor):
    where = asked(cast, visitor)
    for who in ("rigmor", "gunilla", "petra"):
        assert "Hodan" in page(visitor.as_(who).get(where))
    assert "Hodan" in page(visitor.as_("rigmor").get(f"{where}items/"))
    assert "Hodan" in page(visitor.as_("petra").get(CHILD.format(cast.adam))).split('id="rows"')[1]


def test_what_was_written_meanwhile_is_looked_at_before_it_is_given(cast, visitor):
    where = asked(cast, visitor, asker="young")
    all_given(cast, visitor, where)
    note(cast, "Ny i dag.")
    assert visitor.as_("rigmor").post(f"{where}give/", {"how": "post"}).status_code == 403
    post(visitor, "rigmor", f"{where}again/")
    all_given(cast, visitor, where)
    post(visitor, "rigmor", f"{where}give/", {"how": "post"})
    assert "Ny i dag." in visitor.as_("rigmor").get(f"{where}data/").content.decode()
    assert not Notice.objects.using("owner").filter(kind__startswith="extract", done_at=None).exists()


def test_the_one_who_is_named_sees_it_for_this_alone(cast, visitor):
    where = asked(cast, visitor)
    assert visitor.as_("rigmor").get(f"/children/{cast.adam}/").status_code == 404
    with cast.acting("rigmor"):
        assert not Entry.objects.filter(subject_id=cast.adam).exists()
    assert visitor.as_("gunilla").get(f"{where}items/").status_code == 403
    with cast.acting("gunilla"), pytest.raises(Refused):
        Extract.of(Request.objects.get())
    with cast.acting("gunilla"):
        guard.call("close_extract", Request.objects.get().pk, "Tagen tillbaka av Hodan.")
    with cast.acting("rigmor"), pytest.raises(Refused):
        guard.rows("extract_rows", Request.objects.using("owner").values_list("pk", flat=True)[0])


@pytest.mark.parametrize("wrong", [{"asker": ""}, {"asker": "young", "identity": "unasked"}, {"asker": "young", "received_on": "2031-01-01"}])
def test_what_cannot_be_is_explained(cast, visitor, wrong):
    page(visitor.as_("petra").post(CHILD.format(cast.adam), ASKS | wrong), 422)


def test_a_question_for_public_documents_weighs_each_thing(cast, visitor):
    note(cast, "Adam ritar.")
    asked(cast, visitor, asker="anyone")
    with cast.acting("rigmor"):
        extract = Extract.of(Request.objects.get())
    assert extract.items and len(extract.undecided) == len(extract.items)
    assert wall(1, Category.LEARNING) in {one.row.get("wall") for one in extract.items}
