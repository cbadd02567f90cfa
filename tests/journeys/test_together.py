"""Two people, one of them in two tabs, write at once in four places, in any order and some things twice: no text is lost."""

from html import unescape
from http import HTTPStatus
from itertools import count
from uuid import uuid4

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from samling.checklist.tests.conftest import begun, filled, url
from samling.gathering.tests.test_meetings import called
from samling.promises.tests import table
from samling.views.tests.around import place
from tests.cast import Cast
from tests.walls.database import as_guard
from tests.walls.sizes import TOGETHER

TABS = ("petra", "petra in another tab", "amir")
FIELDS = {"plan": "needs", "note": "text", "checklist": "a-seen", "meeting": "text"}
STEP = st.tuples(st.sampled_from(TABS), st.sampled_from(sorted(FIELDS)), st.sampled_from(("open", "save", "save", "again")))
ALL_AT_ONCE = [(tab, what, act) for act in ("open", "save", "again", "save") for what in sorted(FIELDS) for tab in TABS]
# One who writes in two tabs, and in the older one saves what she was shown beside the newer.
TWO_TABS = [("petra in another tab", "checklist", "save"), ("petra", "checklist", "save"), ("petra in another tab", "checklist", "save"),
            ("amir", "checklist", "save"), ("petra", "checklist", "save"), ("petra in another tab", "checklist", "again"),
            ("petra in another tab", "checklist", "save")]  # fmt: skip
KEPT = """
  select said::text from plan_wordingbody union all select text from views_notebody
  union all select said::text from checklist_answerbody union all select text from gathering_pointbody
"""


class Room:
    """Adam's plan, a note of each of the two, a checklist and a meeting; and what lies on each desk."""

    def __init__(self, cast):
        plan = table.begun(cast, deputy="amir")
        checklist, meeting = begun(cast), called(cast)
        self.where = {"plan": f"/plans/{plan}/needs/", "checklist": url("page", checklist, "why-now"),
                      "meeting": f"/joint-meetings/{meeting}/"}  # fmt: skip
        self.notes = {who: f"/views/notes/{place(cast, who, text='Början.')}/" for who in ("petra", "amir")}
        self.tabs = {tab: cast.visitor().as_(tab.split()[0]) for tab in TABS}
        self.forms, self.sent, self.accepted, self.words = {}, {}, [], count()

    def turn(self, tab, what, act):
        """Somebody opens a form, writes on in the one she has and saves it, or sends what she sent once more."""
        if act == "open" or (tab, what) not in self.forms:
            self.open(tab, what)
        if act == "again" and (tab, what) in self.sent:
            to, form, text = self.sent[tab, what]
            self.send(tab, what, to, form, text)
        elif act != "open":
            to, form = self.forms[tab, what]
            text = f"ord{next(self.words)}."
            self.send(tab, what, to, form | {FIELDS[what]: f"{form.get(FIELDS[what], '')} {text}".strip()}, text)

    def open(self, tab, what):
        """The form as it is now."""
        who = tab.split()[0]
        to = f"{self.notes[who]}version/" if what == "note" else self.where[what]
        page = self.tabs[tab].get(to)
        assert page.status_code == HTTPStatus.OK, (to, page.status_code)
        if what == "meeting":
            self.forms[tab, what] = (f"{to}points/", {"topic": "other", "key": str(uuid4())})
        else:
            self.forms[tab, what] = (to, self.fields(page))

    def fields(self, page):
        """What a browser would send of the page's form."""
        form = page.context["form"]
        return filled(page) if hasattr(form, "version") else {
            name: value for name in form.fields if (value := form[name].value()) not in (None, "")
        }  # fmt: skip

    def send(self, tab, what, to, form, text):
        """What is accepted is remembered; what is refused comes back with its text."""
        self.sent[tab, what] = (to, form, text)
        answer = self.tabs[tab].post(to, form)
        if answer.status_code == HTTPStatus.FOUND:
            self.accepted.append(text)
            del self.forms[tab, what]
            if what == "note":
                self.notes[tab.split()[0]] = answer.url
            return
        shown = unescape(answer.content.decode())
        assert text in shown, f"{what}: what {tab} wrote was refused ({answer.status_code}) and is not on the page that came back"
        self.forms[tab, what] = (to, self.fields(answer))


def kept():
    """Every text that is kept in the four places, current or earlier."""
    with as_guard() as cursor:
        cursor.execute(KEPT)
        return " ".join(text or "" for (text,) in cursor.fetchall())


def test_no_text_is_lost(template):
    @settings(max_examples=TOGETHER, database=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.lists(STEP, min_size=8, max_size=16))
    @example(ALL_AT_ONCE)
    @example(TWO_TABS)
    def at_once(steps):
        with template.lent():
            room = Room(Cast.gather())
            for step in steps:
                room.turn(*step)
            there = kept()
            assert not [text for text in room.accepted if text not in there], "accepted, and neither current nor earlier"

    at_once()
