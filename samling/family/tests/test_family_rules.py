"""Who may change, protect, end and name; and what a reference without a name is."""

import itertools

import pytest

from samling.family import rules
from samling.people.codes import counties, municipalities
from samling.people.numbers import WrongNumber, read_number, written_out


def yes(rule, *names):
    return [values for values in itertools.product((True, False), repeat=len(names))
            if rule(**dict(zip(names, values, strict=True)))]


def test_each_right_takes_what_it_takes():
    assert yes(rules.may_change, "writes") == [(True,)]
    assert yes(rules.may_protect, "works", "protected") == [(True, False)]
    assert yes(rules.may_end_protection, "works", "decides", "protected") == [(True, True, True)]
    assert yes(rules.may_name_readers, "decides", "protected") == [(True, True)]


@pytest.mark.parametrize("reference", ["SKY 2025-14", "A1", "DNR 2025/114", "7"])
def test_a_reference_is_a_number_on_paper(reference):
    assert rules.may_keep_out(reference)


@pytest.mark.parametrize("reference", ["", "ADAM", "Adam 1", "20150314", "150314-2386", "A\n1", "1" * 31, "<B>1"])
def test_a_name_or_a_birth_date_is_no_reference(reference):
    assert not rules.may_keep_out(reference)


@pytest.mark.parametrize(("written", "number"), [
    ("", ""), ("20170101-2393", "201701012393"), ("170101-2393", "201701012393"), ("2017 01 01 2393", None),
    ("20210325 k069", "20210325K069"), ("201701012393", "201701012393"),
])
def test_a_number_is_read_however_it_is_written(written, number):
    if number is None:
        with pytest.raises(WrongNumber):
            read_number(written, real=True)
    else:
        assert read_number(written, real=False) == number


@pytest.mark.parametrize("written", ["1", "20170101-2394", "20171301-2393", "x" * 999, "²0170101-2393", "20170101_2393"])
def test_a_number_that_cannot_be_right_says_how_to_mend_it(written):
    with pytest.raises(WrongNumber):
        read_number(written, real=True)


def test_real_numbers_are_for_real_installations():
    assert read_number("19121212-1212", real=True) == "191212121212"
    with pytest.raises(WrongNumber):
        read_number("19121212-1212", real=False)
    assert written_out("201701012393") == "20170101-2393" and written_out("") == ""


def test_the_codes_of_the_land_and_the_invented_ones():
    assert len(municipalities()) == 290 and municipalities()["0114"] == "Upplands Väsby" and len(counties()) == 21
    assert "9901" not in municipalities() and municipalities(fictional=True)["9901"] == "Lövsjö"
    assert counties(fictional=True)["99"] == "Region Mittland"
