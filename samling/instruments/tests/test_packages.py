"""The packages as they ship: whole, frozen, in both languages, and with nothing of what may not be given away."""

import hashlib
import re

import pytest

from samling.instruments.reading import LANGUAGES, current, find, published
from samling.instruments.shape import LONGEST_SHEET, Kind, Scoring, Terms, Time, Voice, form_of
from samling.kernel.lix import lix
from samling.kernel.texts import HOUSE

# A published version may not change; publish a new one.
FROZEN = {
    ("GAS", "1"): "8ba0043a4d30539f",
    ("HELPS", "1"): "614c6d29418c305c",
    ("KIDSCREEN-10", "1"): "d523e966b23c71ad",
    ("PEDSQL", "1"): "fc56931bca0e94b9",
    ("RCADS", "1"): "a7ef773ae9aa5a44",
    ("RCADS", "2"): "8f5c30053eb066c1",
    ("SAM-3S", "1"): "1427915625838776",
    ("SDQ", "1"): "df942bb88a85f8cf",
    ("SIPQ", "1"): "8b364b73e558178a",
    ("WHEEL", "1"): "d62ad8dbfe2b4272",
}
ITEMS = {Voice.CHILD: [f"B{n}" for n in range(1, 11)], Voice.HOME: [f"H{n}" for n in range(1, 13)],
         Voice.SCHOOL: [f"S{n}" for n in range(1, 11)]}  # fmt: skip
LATER = {"B10", "H11", "H12"}
# Five words in a row of forms that may not stand here, by the first 16 digits of their sha256.
NOT_OURS = {
    "SDQ": {"43ee6bba7b213df7", "c3aefb65f5f218cc", "9ff01a4c2be7ee67", "fb8a0a8b35f79368", "a982edc75b799559", "bfaf175ece5ac40b"},
    "KIDSCREEN-10": {"b0cc34a0fd740282", "834a05e9262fbbc7"},
    "RCADS": {"dcf2ea467c34d388", "8dcb996862b303cd"},
    "PEDSQL": {"3701e298169ec3b8", "a94388cddaa4b3f1"},
}
CHILDS_CEILING, ADULTS_CEILING = 30, 45

every = pytest.mark.parametrize("package", published(), ids=lambda one: one.code)


def texts(package):
    yield from (package.title, package.about, package.licence.says)
    for step in package.steps:
        yield from (step.words, step.face)
    yield from (item.text for item in package.items)


@every
def test_a_published_version_does_not_change(package):
    assert package.fingerprint[:16] == FROZEN[package.code, package.version], "Publish a new version instead."
    assert find(package.code, package.version) == package


@every
def test_a_package_is_whole(package):
    for said in texts(package):
        assert set(said) == set(LANGUAGES) and all(text.strip() for text in said.values()), said
    assert package.licence.holder and package.licence.source
    assert current(package.code).licence.holder.count(" och ") == 0, "whose it is stands in both languages"
    codes = [item.code for item in package.items]
    assert len(set(codes)) == len(codes)
    assert all(set(item.times) <= set(package.times) and set(item.voices) <= set(package.voices) for item in package.items)
    assert all(item.least < item.most and item.seconds >= 0 for item in package.items)
    values = [step.value for step in package.steps]
    assert values == sorted(set(values)) and all(package.least <= value <= package.most for value in values)
    if package.scoring in (Scoring.MEAN, Scoring.ITEMS):
        assert package.items and package.steps


@every
def test_what_one_is_asked_takes_three_minutes_at_most(package):
    for time in package.times:
        for voice in package.voices:
            asked = package.asked(time, voice)
            assert package.seconds(time, voice) == sum(item.seconds for item in asked) <= LONGEST_SHEET


@every
def test_what_may_not_be_given_away_is_a_name_and_a_range(package):
    licence = package.licence
    if licence.terms is Terms.DEPLOYER:
        assert licence.score_only and licence.needs_agreement
        assert not package.items and not package.steps and package.scoring is Scoring.TYPED
        assert package.threshold is None and package.norm is None, "nothing is judged without a published source"
    else:
        assert not licence.score_only and not package.validated, "our own words have been validated by nobody"


def test_no_words_of_a_licensed_form_stand_in_the_house():
    barred = set().union(*NOT_OURS.values())
    files = [*HOUSE.rglob("instruments/packages/*/*.toml"), *HOUSE.glob("*/locale/sv/LC_MESSAGES/django.po")]
    found = [f"{file.name}: {five}" for file in files for five in fives(file.read_text("utf-8")) if hashed(five) in barred]
    assert len(files) > 20 and not found


def fives(text):
    said = re.findall(r"\w+", text.lower().replace("'", "").replace("’", ""))
    return {" ".join(said[at : at + 5]) for at in range(len(said) - 4)}


def hashed(words):
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def test_sam_3s_asks_what_the_source_texts_measured():
    sam = current("SAM-3S")
    for voice, codes in ITEMS.items():
        assert [item.code for item in sam.items if item.voices == (voice,)] == codes
        early = [item.code for item in sam.asked(Time.T0, voice)]
        assert early == [code for code in codes if code not in LATER and code != "S10"]
        assert {item.code for item in sam.asked(Time.T2, voice)} - set(early) <= LATER
    assert [item.code for item in sam.asked(Time.T1, Voice.CHILD, young=True)] == ["B1", "B2", "B3", "B4", "B6"]
    assert sam.item("S10").kind is Kind.REGISTER and sam.item("H9").kind is Kind.NUMBER
    assert sam.item("B6").text["sv"] == "Det finns en vuxen i skolan som jag litar på."
    assert [step.value for step in sam.steps] == [0, 1, 2, 3, 4] and sam.threshold == 0.5
    assert len({step.face["sv"] for step in sam.steps}) == 5


def test_the_wheel_has_eight_areas_in_five_words_and_says_whose_they_are():
    wheel = current("WHEEL")
    assert len(wheel.items) == 8 and len(wheel.steps) == 5 and wheel.scoring is Scoring.ITEMS
    assert "Open Government Licence" in wheel.licence.says["sv"]
    assert [wheel.words_of(value) for value in (0, 2, 3, 6, 8, 10)] == [
        "mycket svårt", "mycket svårt", "svårt", "både och", "bra", "mycket bra"]  # fmt: skip


@pytest.mark.parametrize(("age", "form"), [(3, "none"), (5, "none"), (6, "faces"), (9, "faces"), (10, "full"), (None, "full")])
def test_a_child_answers_by_age(age, form):
    assert form_of(age) == form


def test_what_is_asked_is_easy_to_read():
    for package in published():
        for voice, ceiling in ((Voice.CHILD, CHILDS_CEILING), (Voice.HOME, ADULTS_CEILING)):
            said = " ".join(item.text["sv"] for item in package.items if voice in item.voices)
            assert not said or lix(said) <= ceiling, (package.code, voice, lix(said))
