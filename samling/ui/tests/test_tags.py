"""Every tag of the house draws what it says, and a misspelt argument never reaches a reader."""

import datetime as dt
import inspect

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.translation import override

from samling.ui.parts import ACTORS, SHAPES, TASK_STATES, Entry, Step, Task
from samling.ui.templatetags.ui import register

TODAY = dt.date(2026, 11, 19)
HOSTILE = "<script>alert(1)</script>"
MOST = 25

ROWS = {
    "today": TODAY,
    "late": TODAY - dt.timedelta(days=2),
    "at": dt.datetime(2026, 11, 20, 14, 0, tzinfo=dt.UTC),
    "path": [Step("Oro", "done"), Step("Plan", "now"), Step("Avslut", "ahead")],
    "tasks": [Task("Vad har ni sett?", "/1/", state, "två rader") for state in TASK_STATES],
    "entries": [Entry(TODAY, "Samtal", "Lugnare nu", "social", "teamet", "/2/"), Entry(TODAY, "Möte")],
    "shares": [96, 55, 88],
    "readers": ["Maria", "Petra"],
    "hostile": HOSTILE,
}

DRAWN = {
    "actor": ('{% actor "school" %}', ["actor--school", 'aria-label="Skolan"']),
    "button": (
        '{% button "Spara" glyph="save" name="act" value="1" %}',
        ["button--primary", 'name="act"', "Spara"],
    ),
    "child": ('{% child "Adam H." detail="10 år" to="/a/" %}', ["actor--child", 'href="/a/"', "10 år"]),
    "details": ('{% details title="Mer" open=True %}Text{% enddetails %}', ["<details", " open>", "Text"]),
    "draft_status": ("{% draft_status at %}", ['role="status"', "Sparat 15.00", "data-kept="]),
    "due": ("{% due late today=today %}", ["due--late", "skulle ha varit för 2 dagar sedan", 'datetime="2026-11-17"']),
    "empty": (
        '{% empty "Här" because="Inget än" action="Börja" to="/b/" %}',
        ["Här", "Inget än", 'href="/b/"'],
    ),
    "icon": ('{% icon "arrow-left" %}', ["icons.svg#arrow-left", 'aria-hidden="true"', "icon--turns"]),
    "link_button": (
        '{% link_button "Ring" to="/c/" glyph="phone" small=True %}',
        ['href="/c/"', "#phone", "small"],
    ),
    "moment": ("{% moment at today=today start=True %}", ["I morgon 15.00", "<time datetime="]),
    "notice": (
        '{% notice tone="care" title="Obs" %}Text{% endnotice %}',
        ["notice--care", "<h2>Obs</h2>", "Text"],
    ),
    "panel": (
        '{% panel title="Nu" id="now" tone="card" %}Text{% endpanel %}',
        ['id="now"', "<h2>Nu</h2>", "card"],
    ),
    "person": ('{% person "Petra" kind="school" role="lärare" %}', ["actor--school", "Petra", "lärare"]),
    "phone": ('{% phone "0522-69 00 00" %}', ['href="tel:0522690000"', '<bdi dir="ltr">0522-69 00 00</bdi>']),
    "pill": ('{% pill "Ja" tone="go" %}', ["pill--go", "Ja"]),
    "progress": ("{% progress 4 of=7 %}", ["Steg 4 av 7"]),
    "quote": (
        '{% quote "Jag vill" by="Adam" on=today today=today %}',
        ["”Jag vill”", "Adam, <time", "i dag"],
    ),
    "sparkline": (
        '{% sparkline shares label="88 procent" %}',
        ["<polyline", 'aria-label="88 procent"', "88 %"],
    ),
    "steps": ('{% steps path label="Vägen" %}', ['aria-current="step"', "(klart)", "(nu)", "(kommer sedan)"]),
    "table_scroll": (
        '{% table_scroll label="Veckor" %}<table></table>{% endtable_scroll %}',
        ['tabindex="0"'],
    ),
    "task_list": ("{% task_list tasks %}", ["Inte börjat", "Påbörjat", "Klart", "Hoppat över", "två rader"]),
    "timeline": (
        "{% timeline entries today=today %}",
        ["actor--social", "Ser: teamet", "timeline__dot", 'href="/2/"'],
    ),
    "way_back": ('{% way_back "Adam H" to="/d/" %}', ['class="back" href="/d/"', "<bdi>Adam H</bdi>", "no-print"]),
    "who_sees": ("{% who_sees readers %}", ["<b>Vem ser detta:</b> Maria och Petra"]),
    "why": ('{% why "Your role does not allow it." %}', ["Din roll tillåter det inte."]),
}


def draw(source):
    with override("sv"):
        return Template("{% load ui %}" + source).render(Context(ROWS))


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_the_tag_draws(name):
    source, parts = DRAWN[name]
    drawn = draw(source)
    assert [part for part in parts if part not in drawn] == [], drawn


def test_every_tag_is_tried_and_they_are_few():
    assert set(DRAWN) == set(register.tags)
    assert len(register.tags) <= MOST


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_misspelt_argument_stops_the_template(name):
    source = DRAWN[name][0].replace(" %}", ' colour="red" %}', 1)
    with pytest.raises(TemplateSyntaxError):
        Template("{% load ui %}" + source)


def test_arguments_after_the_first_are_named():
    def loose(tag):
        kinds = [p.kind for p in inspect.signature(inspect.unwrap(tag)).parameters.values()]
        return sum(kind is inspect.Parameter.POSITIONAL_OR_KEYWORD for kind in kinds)

    from samling.ui.templatetags import ui

    assert [name for name in register.tags if loose(getattr(ui, name)) > 1] == []


@pytest.mark.parametrize(
    "source",
    [
        "{% pill hostile %}",
        "{% button hostile name=hostile value=hostile %}",
        "{% link_button hostile to=hostile %}",
        '{% person hostile kind="home" role=hostile %}',
        "{% child hostile detail=hostile to=hostile %}",
        "{% panel title=hostile id=hostile %}{{ hostile }}{% endpanel %}",
        "{% notice title=hostile %}{{ hostile }}{% endnotice %}",
        "{% details title=hostile %}{{ hostile }}{% enddetails %}",
        "{% quote hostile by=hostile on=today today=today %}",
        "{% empty hostile because=hostile action=hostile to=hostile %}",
        "{% who_sees hostile %}{% why hostile %}{% phone hostile %}{% actor 'home' label=hostile %}",
        "{% table_scroll label=hostile %}{{ hostile }}{% endtable_scroll %}",
        "{% sparkline shares label=hostile %}",
    ],
)
def test_what_people_write_is_shown_as_text(source):
    assert "<script" not in draw(source)


def test_actors_have_a_word_and_a_shape():
    assert set(ACTORS) == set(SHAPES)
    assert 'aria-hidden="true"' in draw('{% actor "child" label="" %}')


def test_a_sparkline_without_values_is_empty():
    assert "<svg" not in draw('{% sparkline nothing label="Inget än" %}')


def test_a_low_share_lowers_the_foot_of_the_picture():
    from samling.ui.chart import spark

    assert spark([100, 40]).count("3,3") == 1
    assert "117,29" in spark([100, 40])
    assert "117,29" in spark([100, 0])
