"""The pages: a talk by form alone, each voice by itself, papers with no more than their readers may read."""

import re
from http import HTTPStatus
from io import BytesIO
from uuid import uuid4

from pypdf import PdfReader

from samling.kernel.categories import Category as C
from samling.kernel.categories import wall
from samling.outcome.models import Wheel
from samling.records.clock import today
from samling.ui.tests.reading import read
from samling.views.tests.around import set_table

from .around import guardian, set_wheel


def html(answer, status=HTTPStatus.OK):
    assert answer.status_code == status, answer.content.decode()[:3000]
    return answer.content.decode()


def page(cast, more=""):
    return f"/children/{cast.world.child['adam']}/wheel/{more}"


def words(answer):
    assert answer.status_code == HTTPStatus.OK and answer["Content-Type"] == "application/pdf"
    return " ".join(" ".join(part.extract_text() for part in PdfReader(BytesIO(answer.content)).pages).split())


def test_the_empty_page_shows_the_wheel_without_a_shape(cast, visitor):
    shown = html(visitor.as_("petra").get(page(cast)))
    assert "Ingen har svarat än" in shown and shown.count("wheel__dot") == 80 and "wheel__now" not in shown
    assert "Börja samtalet" in shown


def test_the_talk_is_held_by_a_form_alone(cast, visitor):
    petra = visitor.as_("petra")
    form = html(petra.get(page(cast, "new/?speaker=child")))
    assert len(re.findall(r'<input type="radio" name="part_', form)) == 8 * 6
    sent = {"once": uuid4(), "speaker": "child", "where": "own", "said_on": today().isoformat(), "part_safe": "2", "part_active": "5"}
    for _turn in range(2):
        done = petra.post(page(cast, "new/"), sent)
        assert done.status_code == HTTPStatus.FOUND
    shown = html(petra.get(done.url))
    assert "Svårt: Trygg. Mycket bra: Aktiv." in shown and shown.count("wheel__now") == 4
    with cast.acting("petra"):
        wheel = Wheel.objects.get()
        assert (wheel.voice, wheel.for_child, wheel.for_guardians) == ("child", True, "child_decides")
    empty = petra.post(page(cast, "new/"), sent | {"once": uuid4(), "part_safe": "", "part_active": ""})
    assert "Ställ minst en del" in html(empty, HTTPStatus.UNPROCESSABLE_ENTITY)


def test_each_guardian_stands_by_himself_and_worse_is_said_as_plainly(cast, visitor):
    for name, before, after in (("hodan", 2, 4), ("ali", 4, 3)):
        for step in (before, after):
            set_wheel(cast, speaker=guardian(cast, name), step=step)
    shown = html(visitor.as_("petra").get(page(cast)))
    assert "Bättre: 8. Sämre: 0. Oförändrat: 0 (n = 8)." in shown and "Bättre: 0. Sämre: 8. Oförändrat: 0 (n = 8)." in shown
    assert shown.count("pair--better") == shown.count("pair--worse") == 16
    mentor = visitor.as_("jonas").get(page(cast))
    assert mentor.status_code == HTTPStatus.NOT_FOUND or "Hodan" not in mentor.content.decode()


def test_the_papers_hold_what_their_readers_may_read(cast, visitor):
    set_table(cast, wall(1, C.HOME))
    set_wheel(cast, speaker=guardian(cast, "hodan"), step=1)
    set_wheel(cast, speaker="child", step=2)
    set_wheel(cast, speaker="child", step=4, at_table=True)
    petra = visitor.as_("petra")
    made = petra.get(page(cast, "meeting-paper/"))
    meeting = words(made)
    assert "Adam" not in read(made.content).title, "a name is no part of what the file says of itself"
    assert "Adam" in meeting and "Hodan" not in meeting and "mycket svårt; " not in meeting
    own = words(petra.get(page(cast, "child-paper/")))
    assert "Så har jag det" in own and "Förra gången: svårt" in own and "Hodan" not in own
