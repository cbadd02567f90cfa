"""A sheet at the table: read aloud by the device's own voice alone, and drawn so that a child of seven sees the whole scale."""

import pytest

from samling.followup.models import Person
from samling.followup.tests.asked import begin, put
from samling.instruments.shape import Voice

SPEECH = """() => { const said = []; window.said = said;
Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), {
  getVoices: () => [%s], cancel: () => said.push("stop"), speak: (one) => said.push([one.voice.name, one.text]) }) });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } }; }"""
OURS, FAR = '{name: "own", lang: "sv-SE", localService: true}', '{name: "far", lang: "sv-SE", localService: false}'
OTHER = '{name: "other", lang: "en-GB", localService: true}'
NOT_OURS = ([], [FAR], [OTHER], [FAR, OTHER])
# Words that do not fit in their box, and the rows in which the five faces of each question lie.
LAID = """() => ({ cut: [...document.querySelectorAll("main label")].filter((one) => one.scrollWidth > one.clientWidth + 1).length,
  rows: [...document.querySelectorAll("main fieldset")].map((one) =>
    new Set([...one.querySelectorAll("label:has(svg)")].map((face) => Math.round(face.getBoundingClientRect().top))).size) })"""


@pytest.fixture
def sheet(house, cast):
    """The address of the questions to a child who answers by faces."""
    return put(cast, begin(cast), Person("child", Voice.CHILD, "Adam", None, True)).get_absolute_url() + "answer/?as=table"


def spoken(house, sheet, voices):
    page = house.tab("petra")
    page.add_init_script(f"({SPEECH % ', '.join(voices)})()")
    page.goto(sheet)
    page.wait_for_load_state("load")
    return page


def test_the_devices_own_voice_reads_the_question_and_its_answers(house, sheet):
    page = spoken(house, sheet, [FAR, OTHER, OURS])
    buttons = page.locator("[data-aloud-button]")
    assert buttons.count() == page.locator("main fieldset").count() == 5
    buttons.first.click()
    told = "Jag trivs i skolan. mycket ledsen. ledsen. mitt emellan. glad. mycket glad. vet inte. vill inte svara"
    assert page.evaluate("said").pop() == ["own", told]
    assert buttons.first.get_attribute("aria-pressed") == "true"
    buttons.first.click()
    assert page.evaluate("said").pop() == "stop" and buttons.first.get_attribute("aria-pressed") == "false"


def test_there_is_no_button_without_a_voice_of_its_own(house, sheet):
    for voices in NOT_OURS:
        page = spoken(house, sheet, voices)
        assert page.evaluate("typeof said") == "object" and page.locator("[data-aloud-button]").count() == 0, voices


def test_a_child_sees_every_face_of_a_question_in_one_row(house, sheet):
    for width in (360, 1024):
        page = house.tab("petra", viewport={"width": width, "height": 740})
        page.goto(sheet)
        assert page.evaluate(LAID) == {"cut": 0, "rows": [1] * 5}, width
