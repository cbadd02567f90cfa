"""Every text that code and pages show is found, and what lacks Swedish is named."""

import pytest

from samling.ui import texts
from samling.ui.texts import Text

HEAD = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n'
    'Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)

CODE = """
from django.utils.translation import gettext as _, ngettext, npgettext, pgettext
def rule(answer):
    say = _("Two " "halves")
    ngettext("one", "%(n)s many", 2)
    pgettext("month", "May")
    npgettext("school", "class", "classes", 2)
    _(answer.because)
    tell(child.pk, wall, "checklist begun", by=me, at=now())
    self.tell("solved here" if good else "taken further", by=me, at=now())
    return refuse(_("Not yours."))

@door("read consent")
def show(request):
    rows = shown(request, "what I read", rows)
"""

PAGE = """{% extends "ui/page.html" %}{% load ui %}
{% translate "Where it stands" %}
{% translate "May" context "month" %}
{% blocktranslate count n=rows|length %}{{ n }} row{% plural %}{{ n }} rows{% endblocktranslate %}
{% blocktranslate trimmed with name=child.name %}
  Consent for {{ name }}
{% endblocktranslate %}
    {% panel title=_("Answers") %}
      {{ _("Inside") }}
   it's (not a text{% endpanel %}
"""


@pytest.fixture
def package(tmp_path):
    package = tmp_path / "concern"
    for folder in ("templates/concern", "tests", "locale/sv/LC_MESSAGES"):
        (package / folder).mkdir(parents=True)
    (package / "__init__.py").write_text("")
    return package


def swedish(package, entries):
    texts.po(package, "sv").write_text(HEAD + entries, "utf-8")


def test_code_is_read_in_all_its_ways_of_saying(package):
    (package / "rules.py").write_text(CODE)
    assert texts.extract(package) == {
        Text("Two halves"),
        Text("one", "%(n)s many"),
        Text("May", context="month"),
        Text("class", "classes", "school"),
        Text("Not yours."),
        Text("read consent"),
        Text("checklist begun"),
        Text("solved here"),
        Text("taken further"),
        Text("what I read"),
    }


def test_pages_are_read_in_all_their_ways_of_saying(package):
    (package / "templates/concern/show.html").write_text(PAGE)
    assert texts.extract(package) == {
        Text("Where it stands"),
        Text("May", context="month"),
        Text("%(n)s row", "%(n)s rows"),
        Text("Consent for %(name)s"),
        Text("Answers"),
        Text("Inside"),
    }


def test_refusals_of_the_database_are_read(package):
    (package / "sql").mkdir()
    (package / "sql/rights.sql").write_text(
        "if x then perform guard.refuse('Not this unit''s.'); end if;\n-- guard.refuse(because)"
    )
    assert texts.extract(package) == {Text("Not this unit's.")}


def test_tests_are_not_read(package):
    (package / "tests/test_rules.py").write_text('_("Only a test")')
    assert texts.extract(package) == set()


@pytest.mark.parametrize(
    "entry", ["", '#, fuzzy\nmsgid "Hello"\nmsgstr "Hopp"\n', 'msgid "Hello"\nmsgstr ""\n']
)
def test_absent_guessed_and_empty_are_missing(package, entry):
    (package / "views.py").write_text('_("Hello")')
    swedish(package, entry)
    assert texts.missing(package) == [Text("Hello")]


def test_a_plural_needs_both_forms(package):
    (package / "views.py").write_text('ngettext("one", "many", 2)')
    swedish(package, 'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "en"\nmsgstr[1] ""\n')
    assert texts.missing(package) == [Text("one", "many")]


def test_an_earlier_package_may_have_said_it(package):
    (package / "views.py").write_text('_("Hello")')
    earlier = package.parent / "people"
    (earlier / "locale/sv/LC_MESSAGES").mkdir(parents=True)
    (earlier / "__init__.py").write_text("")
    swedish(earlier, 'msgid "Hello"\nmsgstr "Hej"\n')
    assert texts.missing(package) == []


def test_what_is_no_longer_shown_is_obsolete(package):
    swedish(package, 'msgid "Hello"\nmsgstr "Hej"\n')
    assert texts.obsolete(package) == [Text("Hello")]


def test_a_missing_text_is_printed_ready_to_paste():
    assert texts.entry(Text('Say "hi"')) == 'msgid "Say \\"hi\\""\nmsgstr ""'
    assert texts.entry(Text("one", "many", "school")).splitlines() == [
        'msgctxt "school"',
        'msgid "one"',
        'msgid_plural "many"',
        'msgstr[0] ""',
        'msgstr[1] ""',
    ]
