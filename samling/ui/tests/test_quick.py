"""What is drawn quicker comes out as Django draws it."""

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.template import Context, Engine, TemplateDoesNotExist, TemplateSyntaxError, engines
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, override

from samling.ui.quick import Drawing


class Named(NamedTuple):
    """`count` is a field here and a method of every tuple."""

    count: int
    who: str


class Odd:
    """What a template may meet on an object."""

    __hash__ = None
    plain = "<b>"

    def said(self):
        return "called & <said>"

    def asks(self, what):
        return what

    def gone(self):
        return "gone"

    gone.alters_data = True

    @property
    def missing(self):
        raise ObjectDoesNotExist

    @property
    def fails(self):
        raise ZeroDivisionError


KNOWN = {
    "odd": Odd(), "named": Named(3, "Åsa & Bo"), "rows": [Named(1, "a"), {"who": "b", "0": "nought"}], "safe": SafeString("<i>"),
    "lazy": gettext_lazy("Save"), "number": 1234567, "share": Decimal("12.5"), "yes": True, "on": dt.date(2025, 11, 20),
    "at": dt.datetime(2025, 11, 20, 8, 0, tzinfo=dt.UTC), "none": None, "text": "<script>'\"&", "made": defaultdict(list, a=[1]),
    "deep": SimpleNamespace(one={"two": [SimpleNamespace(three="x>y")]}), "kind": Odd, "empty": "",
}  # fmt: skip
PAGES = [
    "{{ text }}{{ safe }}{{ lazy }}{{ number }}{{ share }}{{ yes }}{{ on }}{{ at }}{{ none }}{{ empty }}{{ nothing }}",
    "{{ odd.plain }}{{ odd.said }}{{ odd.asks }}{{ odd.gone }}{{ odd.missing }}{{ odd.none.more }}{{ kind.plain }}",
    "{{ named.count }}{{ named.who }}{{ named.1 }}{{ named.9 }}{{ rows.1.who }}{{ rows.1.0 }}{{ rows.0.0 }}{{ text.upper }}{{ text.0 }}",
    "{{ made.a }}{{ made.b }}{{ made.items|length }}{{ deep.one.two.0.three }}{{ deep.one.keys }}{{ True }}{{ False }}{{ None }}",
    '{{ "<b>" }}{{ 12.50 }}{{ text|upper }}{{ text|default:lazy }}{{ nothing|default:"<none>" }}{{ on|date:"j F" }}{{ _("Save")|upper }}',
    "{% autoescape off %}{{ text }}{{ odd.said }}{{ safe }}{{ number }}{% endautoescape %}",
    "{% for one in rows %}{{ forloop.counter }}{{ one.who }}{% if one.count == 1 %}!{% endif %}{% empty %}-{% endfor %}",
    "{% for one in nothing %}{{ one }}{% empty %}none{% endfor %}{% if nothing.at.all or not odd.plain %}a{% elif odd.said %}b{% endif %}",
    '{% load i18n %}{% translate "Save" %}{% translate text %}{% translate "Save" as word %}{{ word }}{% translate "100 % sure" %}',
    '{% load i18n %}{% language "en" %}{% translate "Save" %}{{ lazy }}{% endlanguage %}{% translate "Save" %}{{ _("Save") }}',
    "{% load i18n %}{% blocktranslate with who=named.who %}{{ who }} is asked.{% endblocktranslate %}",
    "{% load i18n %}{% blocktranslate count n=named.count %}one{% plural %}{{ n }} of {{ number }}{% endblocktranslate %}",
    '{% load static %}{% static "ui/samling.svg" %}{% static text %}{% static "ui/a&b.svg" as way %}{{ way }}',
    '{% include "ui/empty_piece.html" %}{% with text="other" %}{{ text }}{% endwith %}{{ text }}',
    '{% load ui %}{% button _("Save") glyph="check" small=True %}{% pill text tone="go" %}{% panel title=_("Save") %}{{ text }}{% endpanel %}',
]  # fmt: skip


@pytest.fixture
def drawn():
    house: Engine = engines["django"].engine
    pieces = {"ui/empty_piece.html": "{{ text }}{{ named.who }}"}
    loaders = [("django.template.loaders.locmem.Loader", pieces)]
    plain = Engine(loaders=loaders, libraries=house.libraries, builtins=house.builtins)

    def draw(page: str, *, quick: bool) -> str:
        made = Drawing(page, engine=plain) if quick else plain.from_string(page)
        return "|".join(made.render(Context(dict(KNOWN))) for _again in range(2))

    return draw


@pytest.mark.parametrize("page", PAGES)
def test_a_template_comes_out_as_django_draws_it(page, drawn):
    for language in ("sv", "en", "sv"):
        with override(language):
            assert drawn(page, quick=True) == drawn(page, quick=False)


def test_a_fault_in_what_is_shown_is_told_of(drawn):
    with pytest.raises(ZeroDivisionError):
        drawn("{{ odd.fails }}", quick=True)


def test_a_fault_in_a_template_is_told_of_with_its_place(drawn):
    told = []
    for quick in (True, False):
        with pytest.raises(TemplateSyntaxError) as fault:
            drawn("{% if text %}{% nosuch %}{% endif %}", quick=quick)
        told.append(str(fault.value))
    assert told[0] == told[1]
    assert "nosuch" in told[0]


def test_the_pages_of_the_house_are_drawn_quicker_and_a_missing_one_is_missing():
    assert isinstance(engines["django"].get_template("desk/today.html").template, Drawing)
    with pytest.raises(TemplateDoesNotExist) as fault:
        engines["django"].get_template("desk/nosuch.html")
    assert fault.value.tried
