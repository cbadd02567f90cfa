"""One field template ties label, help, error and control together; fields take what people write."""

import datetime as dt
import re

import pytest
from django import forms
from django.utils.translation import override

from samling.people.models import Unit
from samling.ui import fields
from samling.ui.forms import SamlingForm
from samling.ui.samples import SampleForm


class Everything(SamlingForm):
    name = forms.CharField(label="Namn", help_text="Som du vill kallas.")
    answer = forms.ChoiceField(label="Svar", choices=[("y", "Ja"), ("n", "Nej")], widget=forms.RadioSelect)
    sure = forms.BooleanField(label="Vi har läst det")
    born = fields.BirthdayField(label="Född")
    version = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(form):
    with override("sv"):
        return str(form)


def ids(html):
    return re.findall(r'\bid="([^"]+)"', html)


def test_help_and_error_are_tied_to_the_control():
    html = drawn(Everything({}))
    control = re.search(r'<input[^>]*name="name"[^>]*>', html)[0]
    assert 'aria-invalid="true"' in control
    tied = re.search(r'aria-describedby="([^"]+)"', control)[1].split()
    assert tied == ["id_name_helptext", "id_name_error"]
    assert set(tied) <= set(ids(html))
    assert '<label class="field__label" for="id_name">Namn' in html


def test_every_reference_has_its_id_once():
    for form in (Everything(), Everything({}), SampleForm(), SampleForm({})):
        html = drawn(form)
        found = ids(html)
        assert len(found) == len(set(found))
        pointed = re.findall(r'(?:for="|href="#|aria-describedby=")([^"]+)"', html)
        assert {one for many in pointed for one in many.split()} <= set(found)


def test_a_group_of_answers_has_a_legend():
    html = drawn(Everything())
    assert re.search(r"<fieldset[^>]*><legend>Svar", html)
    assert re.search(r"<fieldset[^>]*><legend>Född", html)


def test_what_may_be_left_out_is_marked_beside_what_may_not():
    form = SampleForm()
    html = drawn(form)
    assert html.count("Frivilligt") == sum(not field.required for field in form.fields.values()) > 0
    assert " required" not in html
    for field in form.fields.values():
        field.required = False
    assert "Frivilligt" not in drawn(form)


def test_the_summary_comes_first_and_leads_to_each_field():
    form = Everything({})
    html = drawn(form)
    assert html.index('class="errors"') < html.index('name="name"')
    assert [line.to for line in form.error_lines] == ["id_name", "id_answer_0", "id_sure", "id_born_0"]
    assert "4 saker att ändra" in html
    assert 'href="#id_answer_0"' in html


def test_what_is_missing_is_said_as_what_to_do():
    with override("sv"):
        errors = Everything({}).errors
        assert errors["name"] == ["Skriv ett svar här."]
        assert errors["answer"] == ["Välj ett svar."]
        assert errors["sure"] == ["Kryssa i rutan för att gå vidare."]


def test_a_field_keeps_its_own_words():
    class Own(SamlingForm):
        why = forms.CharField(error_messages={"required": "Skriv varför."})

    assert Own({}).errors["why"] == ["Skriv varför."]


def test_an_error_of_the_whole_form_has_no_field():
    class Whole(SamlingForm):
        def clean(self):
            raise forms.ValidationError("Välj den ena eller den andra.")

    form = Whole({})
    assert [tuple(line) for line in form.error_lines] == [("", "", "Välj den ena eller den andra.")]
    assert "Välj den ena" in drawn(form)


@pytest.mark.parametrize("written", ["2026-12-03", "20261203", "3.12.2026", "3/12/2026", "03-12-2026"])
def test_a_day_can_be_written_in_many_ways(written):
    assert fields.DayField().clean(written) == dt.date(2026, 12, 3)


@pytest.mark.parametrize("written", ["14.00", "14:00", "1400"])
def test_a_clock_can_be_written_in_many_ways(written):
    assert fields.TimeOfDayField().clean(written) == dt.time(14)


def test_a_birthday_is_three_fields():
    assert fields.BirthdayField().clean(["3", "12", "2014"]) == dt.date(2014, 12, 3)
    assert fields.BirthdayField(required=False).clean(["", "", ""]) is None


@pytest.mark.parametrize(
    "parts", [["31", "2", "2014"], ["x", "2", "2014"], ["3", "12", "14"], ["3", "", "2014"]]
)
def test_a_day_that_does_not_exist_says_how_to_write_one(parts):
    with override("sv"), pytest.raises(forms.ValidationError, match="Skriv dag, månad och år med siffror"):
        fields.BirthdayField().clean(parts)


# From Skatteverket's list of test numbers.
@pytest.mark.parametrize(
    "written", ["20170101-2393", "201701012393", "170101-2393", "1701012393", " 20170101 2393 "]
)
def test_an_identity_number_in_any_form(written):
    assert fields.IdentityNumberField().clean(written) == "201701012393"


@pytest.mark.parametrize("written", ["20170101-2394", "123", "inte ett nummer"])
def test_a_number_that_is_not_one_says_how_it_looks(written):
    with pytest.raises(forms.ValidationError):
        fields.IdentityNumberField().clean(written)


def test_no_number_is_allowed_where_it_is_optional():
    assert fields.IdentityNumberField(required=False).clean("") == ""


def test_an_empty_choice_is_said_in_words():
    class Place(SamlingForm):
        unit = forms.ModelChoiceField(queryset=Unit.objects.none())
        other = forms.ModelChoiceField(queryset=Unit.objects.none(), empty_label="Nej")

    with override("sv"):
        assert [str(field.empty_label) for field in Place().fields.values()] == ["Välj", "Nej"]


@pytest.mark.parametrize(("field", "given", "said"), [
    (forms.CharField(max_length=3), "abcd", "Skriv högst 3 tecken. Nu är det 4."),
    (forms.CharField(), "a\0b", "Här finns ett osynligt tecken som inte går att spara. Skriv om texten."),
    (forms.ChoiceField(choices=[("a", "A")]), "x", "Välj ett av svaren."),
    (forms.MultipleChoiceField(choices=[("a", "A")]), "x", "Välj ett av svaren."),
    (forms.IntegerField(max_value=100), "x", "Skriv ett helt tal med siffror, som 12."),
    (forms.IntegerField(max_value=100), "101", "Skriv ett tal som är högst 100."),
    (forms.FloatField(min_value=0), "-1", "Skriv ett tal som är minst 0."),
    (forms.EmailField(), "x", "Skriv adressen så här: namn@exempel.se."),
    (forms.DateField(), "x", "Skriv datumet så här: 2026-12-03."),
    (fields.TimeOfDayField(), "x", "Skriv tiden så här: 14.00."),
    (forms.CharField(max_length=3, error_messages={"max_length": "Kortare."}), "abcd", "Kortare."),
])  # fmt: skip
def test_a_wrong_value_is_told_how_to_mend(field, given, said):
    form = type("One", (SamlingForm,), {"one": field})({"one": given})
    with override("sv"):
        assert [str(error) for error in form.errors["one"]] == [said]
