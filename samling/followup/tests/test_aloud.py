"""Questions are read aloud by the device's own voice alone: with none there is no button."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from samling.ui.tests.test_scripts import CHROMIUM

SCRIPT = Path(__file__).parents[1] / "static" / "followup" / "aloud.js"
SHEET = """<!doctype html><html lang="sv"><form data-aloud="Läs upp"><fieldset id="q1"><legend>Jag trivs i skolan.</legend>
<div class="choices"><label>ledsen</label><label>glad</label></div></fieldset></form></html>"""
SPEECH = """const said = []; window.said = said;
Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), {
  getVoices: () => %s, cancel: () => said.push("stop"), speak: (one) => said.push([one.voice.name, one.text]) }) });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"""
OURS, FAR = '{name: "own", lang: "sv-SE", localService: true}', '{name: "far", lang: "sv-SE", localService: false}'
OTHER = '{name: "other", lang: "en-GB", localService: true}'


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM:
        pytest.skip("no chromium here: set SAMLING_CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def sheet(browser, voices):
    page = browser.new_page()
    page.set_default_timeout(4000)
    page.set_content(SHEET)
    page.evaluate("() => {" + SPEECH % f"[{', '.join(voices)}]" + "}")
    page.add_script_tag(content=SCRIPT.read_text("utf-8"), type="module")
    return page


def test_the_devices_own_voice_reads_the_question_and_its_answers(browser):
    page = sheet(browser, [FAR, OTHER, OURS])
    button = page.get_by_role("button", name="Läs upp")
    button.click()
    assert page.evaluate("said").pop() == ["own", "Jag trivs i skolan. ledsen. glad"]
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert page.evaluate("said").pop() == "stop" and button.get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize("voices", [[], [FAR], [OTHER], [FAR, OTHER]])
def test_there_is_no_button_without_a_voice_of_its_own(browser, voices):
    page = sheet(browser, voices)
    page.wait_for_function("window.said !== undefined")
    assert page.get_by_role("button").count() == 0
