"""What leaves the house tells nothing: every template against a list of words, and every municipality's name."""

import csv
import re
from pathlib import Path

import pytest

import samling.people
from samling.kernel.lix import lix
from samling.kernel.regime import Domain
from samling.letters import beginnings, catalogue
from samling.letters.models import Letter
from samling.letters.tests.world import drafted, reachable, sent
from samling.people.models import Child
from samling.records.clock import now

CODES = Path(samling.people.__file__).parent / "reference" / "municipalities.csv"
# No child, no school, no service, no time, no reason, and nothing to sign in to: there is no such place yet.
FORBIDDEN = re.compile(
    r"\b(barn|elev|son|dotter|ditt|skol|rektor|lärar|mentor|fritids|förskol|klass|bup|bvc|social|soc|vård|hälso|kurator|"
    r"team|möte|träff|tid|datum|klockan|i dag|i morgon|måndag|fredag|orsak|oro|anmäl|närvaro|frånvaro|stöd|hjälp|beslut|"
    r"brev|logga|länk|http|www|child|pupil|school|teacher|nurse|care|meeting|today|tomorrow|reason|concern|absen|support|"
    r"decision|sign in|log in|link)",
    re.I,
)
NUMBER = "0522-69 01 00"


def names():
    """The name of every municipality, as a sender writes it."""
    with CODES.open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    return [f"{row[1]} kommun" for row in rows if row[0].isdigit()]


@pytest.mark.parametrize("template", catalogue.TEMPLATES)
@pytest.mark.parametrize("language", ["sv", "en", "so", ""])
@pytest.mark.parametrize("is_municipality", [True, False])
def test_no_notice_tells_what_it_is_about(template, language, is_municipality):
    told = catalogue.notice(
        template, language=language, organisation="Lindens skolor AB", is_municipality=False, number=NUMBER
    )
    assert "Linden" not in " ".join(told)
    told = catalogue.notice(
        template, language=language, organisation="Lövsjö kommun", is_municipality=is_municipality, number=NUMBER
    )
    for text in (told.subject, told.text):
        assert not FORBIDDEN.findall(text), text
    assert NUMBER in told.text and ("Lövsjö kommun" in told.text) == is_municipality
    assert (lix(told.text) or 0) <= 27 or language == "en"


def test_every_notice_is_one_text_message_with_a_senders_name_that_shows():
    found = names()
    assert len(found) == 290
    for name in found:
        for template in catalogue.TEMPLATES:
            for language in catalogue.LANGUAGES:
                told = catalogue.notice(
                    template, language=language, organisation=name, is_municipality=True, number="+46 522-69 01 00"
                )
                assert catalogue.in_gsm(told.text), told.text
        assert 3 <= len(catalogue.sms_sender(name)) <= 11 and catalogue.sms_sender(name).isascii()


def test_a_planted_name_is_found():
    assert FORBIDDEN.findall("Adams skola vill träffa dig") and not catalogue.in_gsm("ł") and not catalogue.in_gsm("a" * 161)


@pytest.mark.parametrize("kind", Letter.Kind.values)
def test_a_letter_begins_in_plain_words_with_name_number_and_day(cast, kind):
    from django.utils.translation import override

    with cast.acting("gunilla") as acting:
        from samling.people.models import Capacity, Guardian

        by = Capacity.objects.select_related("person", "unit__branch").get(pk=acting.capacity_id)
        told = {"child": Child.objects.get(pk=cast.adam), "by": by, "on": now().date()}
        guardian = Guardian.objects.get(pk=cast.hodan)
        for language in ("sv", "en"):
            guardian.language = language
            with override("en" if language == "sv" else "sv"):  # whoever writes reads something else
                text = beginnings.text_of(kind, {"what": "Vi ses."}, guardian=guardian, **told)
            assert "Vi ses." in text and "Gunilla Norén" in text and NUMBER in text
            assert ("torsdag 4 december" if language == "sv" else "Thursday 4 December") in text
            assert (lix(text) or 0) <= 27, f"{lix(text)}: {text}"


def test_no_kind_of_letter_is_without_a_wall_or_words():
    from samling.kernel.regime import HOLDS
    from samling.letters import rules

    assert set(Letter.Kind.values) == set(rules.ABOUT) == set(beginnings.ABOUT)
    for kind, categories in rules.ABOUT.items():
        assert set(categories) & set(HOLDS[Domain.SCHOOL]), kind


def test_the_words_of_a_letter_stand_in_no_list(cast, visitor):
    reachable(cast.hodan, email="hodan@example.se")
    letter = drafted(cast, what="ZZHEMLIGT")
    sent(cast, what="ZZHEMLIGT")
    browser = visitor.as_("petra")
    for where in ("/letters/", f"/children/{cast.adam}/letters/", f"/children/{cast.adam}/", "/"):
        assert "ZZHEMLIGT" not in browser.get(where).content.decode(), where
    assert "ZZHEMLIGT" in browser.get(f"/letters/{letter.pk}/").content.decode()
