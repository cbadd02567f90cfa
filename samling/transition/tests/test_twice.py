"""A family moves twice: from a town with a Samling of its own, by a signed file, and on to one with none, on paper.

Nothing is typed twice, the family reads first each time, a no is possible, and those behind read no longer than they should.
"""

import datetime as dt
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samling.access import guard
from samling.access.door import open_walls
from samling.consent.tests.asking import move_clock
from samling.kernel.categories import Category, wall
from samling.people.models import Child, Guardian
from samling.records.clock import now, today
from samling.transition import sealed
from samling.transition.models import Neighbour, Package, packages_of
from samling.transition.rules import State
from samling.transition.tests.test_moving import me
from tests.cast import FROZEN

BERG = "Bergs egen hemliga nyckel"
PHRASE = "fyra ord utan samband"
WORDS = {"works": "Han ritar först, sedan räknar han.", "adaptations": "Hörlurar. Mjuk start.", "child": "Jag vill sitta vid fönstret.",
         "home": "Ring efter klockan fyra."}  # fmt: skip
TOLD = {
    "kind": "municipality", "moves_on": "2026-01-08", "from": "Bergskolan, Berg", "parts": [{"code": c, "text": t} for c, t in WORDS.items()],
    "child": {"given_name": "Love", "family_name": "Ek", "birth_year": 2014, "born_on": "2014-03-02"},
    "seen": [{"who": name, "how": "spoken", "stance": "agrees", "seen_on": "2025-11-03", "words": "Det stämmer."} for name in ("Kim Ek", "Love")],
}  # fmt: skip


@pytest.fixture
def arrived(cast, visitor):
    """Berg's file is read in by the head of Norrskolan, who gives Petra the child; Petra notes the guardian."""
    with cast.acting("ingrid") as acting:
        Neighbour.add({"name": "Berg", "public": sealed.public(BERG)}, by=me(acting), at=now(), pk=uuid4())
    file = SimpleUploadedFile("berg.samling", sealed.sealed(TOLD, PHRASE, BERG))
    answer = visitor.as_("gunilla").post("/transitions/read-in/", {"file": file, "passphrase": PHRASE})
    cast.love = answer.url.split("/")[2]
    with cast.acting("gunilla"):
        guard.call("assign", cast.love, cast.petra, [], None, "mentor")
    with cast.acting("petra") as acting:
        Guardian(subject_id=cast.love, wall=wall(1, Category.CONTACT), given_name="Kim", family_name="Ek", custody="sole", relation="mamma",
                 written_by_id=acting.capacity_id, written_at=now(), from_at=now()).save(force_insert=True)  # fmt: skip
    return cast


def page(visitor, who, to):
    return visitor.as_(who).get(to).content.decode()


def prepared(cast, visitor, to):
    """Petra begins what goes along; gives its address."""
    told = {"kind": "municipality", "moves_on": str(today() + dt.timedelta(days=30)), "way": "paper", "to": to, "unit": "", "key": uuid4()}
    answer = visitor.as_("petra").post(f"/children/{cast.love}/transition/", told)
    return answer.url


def shown(visitor, at, *, stance="agrees"):
    """Petra shows it at home, to everyone who is to see it."""
    first = page(visitor, "petra", f"{at}seen/new/")
    people = [part.split('"')[0] for part in first.split('name="who" value="')[1:]]
    assert len(people) == 2
    for one in people:
        visitor.post(f"{at}seen/new/", {"who": one, "stance": stance, "how": "spoken", "seen_on": str(today()), "words": "", "key": uuid4()})


def state(cast, at):
    with cast.acting("gunilla"):
        return Package.objects.get(pk=at.split("/")[2]).state


def test_twice_and_nothing_is_typed_twice(arrived, visitor):
    at = prepared(arrived, visitor, "Fjällskolan, Fjäll")
    whole = page(visitor, "petra", at)
    assert all(text in whole for text in WORDS.values())
    assert "Ingen hemma har sett det än" in whole  # what they said of the first package is no yes to this one
    assert visitor.as_("gunilla").post(f"{at}give/").status_code == 403 and state(arrived, at) is State.PREPARED
    shown(visitor, at, stance="adds")
    first = visitor.as_("petra").post(f"{at}parts/works/", {"text": "Han räknar först.", "seen": 1, "key": uuid4()})
    assert first.status_code == 302
    visitor.as_("gunilla").post(f"{at}give/")
    assert state(arrived, at) is State.GIVEN
    assert visitor.as_("petra").get(f"{at}paper.pdf").content.startswith(b"%PDF")
    # Fjällskolan says no: the child begins in another school. Nothing is written anew, and the family reads it again.
    visitor.post(f"{at}receipt/", {"no": "1", "because": "elsewhere"})
    assert state(arrived, at) is State.DECLINED
    again = prepared(arrived, visitor, "Strandskolan, Fjäll")
    whole = page(visitor, "petra", again)
    assert "Han räknar först." in whole and WORDS["child"] in whole and "Ingen hemma har sett det än" in whole
    shown(visitor, again)
    visitor.as_("gunilla").post(f"{again}give/")
    visitor.as_("petra").post(f"{again}receipt/")
    assert state(arrived, again) is State.ACCEPTED
    _behind(arrived, visitor, again)


def _behind(cast, visitor, at):
    """Petra reads until the first day there; the head answers for what stays, with all that came and went."""
    for days, reads in ((29, True), (31, False)):
        move_clock(FROZEN + dt.timedelta(days=days))
        with cast.acting("petra"):
            assert Child.objects.filter(pk=cast.love).exists() is reads
        assert visitor.as_("petra").get(at).status_code == (200 if reads else 404)
    with cast.acting("gunilla"):
        child = Child.objects.get(pk=cast.love)
        open_walls(child, "test")
        rows = packages_of(child.pk)
        assert [one.state for one in rows] == [State.ACCEPTED, State.DECLINED, State.CAME]
        assert "Han ritar först, sedan räknar han." in [one.text for one in rows[-1].told()]
